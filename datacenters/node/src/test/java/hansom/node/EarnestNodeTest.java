package hansom.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that serves in earnest, with stand-ins for the gateway of text messages and for Stripe. */
class EarnestNodeTest {
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
    private static final String PASSWORD = "a long enough one";

    private final ForkedNode node = ForkedNode.onFreshFolder();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private HttpServer outside = stopped();

    @TempDir
    Path folder;

    @BeforeEach
    void standIn() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        outside.createContext("/messages", this::take);
        outside.start();
    }

    @AfterEach
    void end() {
        outside.stop(0);
        node.killWithServers();
    }

    private static HttpServer stopped() {
        try {
            return HttpServer.create();
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }

    private void take(HttpExchange call) throws IOException {
        boolean ours = "Bearer our-token".equals(call.getRequestHeaders().getFirst("Authorization"));
        if (ours) messages.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        call.sendResponseHeaders(ours ? 202 : 401, -1);
        call.close();
    }

    @Test
    void startsWithNothingPlayedAndSignsInByTextMessage() throws Exception {
        ForkedNode.Ended bare = node.refuses("--spring.profiles.active=production");
        assertThat(bare.status()).isEqualTo(1);
        assertThat(bare.lines())
                .singleElement()
                .asString()
                .contains(
                        "profile production lacks: ",
                        "hansom.engines.payments",
                        "hansom.stripe.key",
                        "hansom.sms.url",
                        "hansom.master-key",
                        "the first operator");
        assertThat(node.data()).as("nothing was touched").doesNotExist();

        String[] settings = settings();
        String made = node.task("operator", PASSWORD, with(settings, "--hansom.operator=vera"));
        assertThat(made).startsWith("operator name=vera totp=");
        assertThat(node.taskRefuses("operator", PASSWORD, with(settings, "--hansom.operator=eve")))
                .contains("there is an operator already");
        node.start(settings);

        Phone anna = new Phone(node.url());
        assertThat(anna.get("/v1").at("sandbox").asBoolean()).isFalse();
        anna.get("/v1/sandbox/codes?phone=%2B79990000001").refused(401, "unauthenticated");
        anna.post("/v1/signin/codes", Map.of("phone", "+79990000001")).taken();
        String message = messages.poll(20, TimeUnit.SECONDS);
        assertThat(message).contains("79990000001");
        Matcher code = CODE.matcher(message);
        assertThat(code.find()).isTrue();
        anna.use(anna.exchange("rider", "+79990000001", code.group()).taken());
        anna.get("/v1/sandbox/clock").refused(404, "not_found");
        Answer quoted = anna.post("/v1/quotes", Map.of("pickup", Town.STATION, "drop_off", Town.CASINO))
                .taken();
        assertThat(quoted.at("quotes")).isNotEmpty();

        signsInByTheSecondFactor(made);
        assertThat(Files.readString(node.data().resolve("logs/node.json")))
                .doesNotContain(code.group())
                .doesNotContain("79990000001");
        assertThat(node.data().resolve("operator-setup.txt")).doesNotExist();
        assertThat(new Phone(node.url()).get("/signin").headers().firstValue("Set-Cookie"))
                .get()
                .asString()
                .contains("Secure", "HttpOnly", "SameSite=Lax");

        outside.stop(0);
        anna.post("/v1/signin/codes", Map.of("phone", "+79990000002")).refused(503, "temporarily_unavailable");
    }

    private void signsInByTheSecondFactor(String made) {
        Phone console = new Phone(node.url());
        String secret = made.replaceFirst(".*totp=([A-Z2-7]+).*", "$1");
        Answer tokens = console.form(
                "/oauth2/token",
                Map.of(
                        "client_id", "hansom-office",
                        "grant_type", "urn:hansom:params:oauth:grant-type:operator",
                        "name", "vera",
                        "password", PASSWORD,
                        "totp", OfficeDesk.totp(secret, Instant.now())));
        console.use(tokens.taken());
        console.get("/v1/ops/parked").taken();
    }

    private String[] settings() throws IOException {
        Path key = Files.writeString(folder.resolve("master.key"), "7a".repeat(32));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        String there = "http://127.0.0.1:" + outside.getAddress().getPort();
        return new String[] {
            "--spring.profiles.active=production",
            "--hansom.master-key=" + key,
            "--hansom.engines.payments=stripe",
            "--hansom.engines.bank=stripe",
            "--hansom.stripe.key=sk_live_standing_in",
            "--hansom.stripe.webhook-secret=whsec_standing_in",
            "--hansom.stripe.return-to=https://api.example.org/paid",
            "--hansom.stripe.address=" + there,
            "--hansom.sms.url=" + there + "/messages",
            "--hansom.sms.token=our-token",
            "--hansom.signin.issuer=https://api.example.org",
            "--hansom.live-url=wss://api.example.org/v1/live"
        };
    }

    private static String[] with(String[] settings, String more) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(more);
        return all.toArray(String[]::new);
    }
}
