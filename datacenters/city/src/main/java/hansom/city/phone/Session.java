package hansom.city.phone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody's phone, signed in: it calls with a token that it renews in time, and writes into its owner's diary what it was promised. */
public final class Session implements AutoCloseable {
    private static final long RENEW_BEFORE_NANOS = 120_000_000_000L;

    private final Door door;
    private final String phone;
    private final String role;
    private final Diary diary;
    private final Line line;
    private String access = "";
    private String refresh = "";
    private long expires;
    private String id = "";

    public Session(Door door, String live, String phone, String role, Diary diary) {
        this.door = door;
        this.phone = phone;
        this.role = role;
        this.diary = diary;
        this.line = new Line(this, live);
    }

    public String id() {
        return id;
    }

    public Line line() {
        return line;
    }

    public Diary diary() {
        return diary;
    }

    public Tally tally() {
        return door.tally();
    }

    Door door() {
        return door;
    }

    String name() {
        return id.isEmpty() ? phone : id;
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    /** By the code that the sandbox shows. */
    public void signIn() throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            door.ask(Call.post(
                    "/v1/signin/codes", Json.object().put("phone", phone).put("role", role)));
            Answer code = door.ask(Call.get("/v1/sandbox/codes?phone=" + escaped(phone)));
            Answer tokens = grant(Map.of(
                    "grant_type",
                    "urn:hansom:params:oauth:grant-type:phone_code",
                    "phone",
                    phone,
                    "code",
                    code.text("code"),
                    "role",
                    role,
                    "device",
                    "city",
                    "device_name",
                    "city"));
            if (tokens.ok()) return;
            if (attempt > 0 && !door.outages().lately())
                throw new IllegalStateException("%s cannot sign in: %s".formatted(phone, tokens));
            Thread.sleep(1_000);
        }
    }

    private Answer grant(Map<String, String> fields) throws InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + escaped(field.getValue()))
                .collect(Collectors.joining("&"));
        Call call = Call.form("/oauth2/token", "client_id=hansom-app&" + form);
        boolean renewing = fields.containsKey("refresh_token");
        Answer answer = renewing ? door.told(call, null).answer() : door.judged(call, door.told(call, null), phone);
        if (answer.ok()) {
            access = answer.text("access_token");
            refresh = answer.text("refresh_token");
            expires = System.nanoTime() + answer.body().path("expires_in").asLong(600) * 1_000_000_000L;
            id = answer.text("subject");
            diary.owner(id);
        }
        return answer;
    }

    /** One that holds for two minutes more; renewed on the running connection as well. */
    synchronized String token() throws InterruptedException {
        if (expires - System.nanoTime() > RENEW_BEFORE_NANOS) return access;
        renew();
        return access;
    }

    private void renew() throws InterruptedException {
        Answer renewed = grant(Map.of("grant_type", "refresh_token", "refresh_token", refresh, "device", "city"));
        if (!renewed.ok()) {
            if (!door.outages().lately()) tally().error("refresh " + renewed.code(), name());
            signIn();
        }
        line.renew(access);
    }

    /** Renews the token while nothing else is to be said. */
    public void stayIn() throws InterruptedException {
        token();
    }

    public Answer call(Call call) throws InterruptedException {
        Door.Told told = door.told(call, token());
        if (told.answer().status() == 401) {
            synchronized (this) {
                expires = System.nanoTime();
            }
            told = door.told(call, token());
        }
        diary.answered(call, told.answer());
        return door.judged(call, told, name());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        line.hangUp();
        diary.close();
    }
}
