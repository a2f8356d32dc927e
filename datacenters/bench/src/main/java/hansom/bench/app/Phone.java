package hansom.bench.app;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device that speaks the public API, signed in as one person or as nobody; it gets itself a new token when the old one has run out. */
public class Phone {
    private static final int UNAUTHENTICATED = 401;

    private final Wire wire;
    private volatile String token = "";
    private String role = "";
    private String number = "";

    public Phone(Wire wire) {
        this.wire = wire;
    }

    /** Signs in with a phone code that the sandbox tells. */
    public final void signIn(String asRole, String withNumber) {
        role = asRole;
        number = withNumber;
        signInAgain();
    }

    private void signInAgain() {
        send("POST", "/v1/signin/codes", Map.of("phone", number, "role", role), "")
                .orRefused();
        String code = send("GET", "/v1/sandbox/codes?phone=" + Http.encode(number), null, "")
                .orRefused()
                .text("code");
        use(tokens(Map.of(
                "client_id",
                "hansom-app",
                "grant_type",
                "urn:hansom:params:oauth:grant-type:phone_code",
                "phone",
                number,
                "code",
                code,
                "role",
                role,
                "device",
                "bench-" + number,
                "device_name",
                "bench")));
    }

    /** What OAuth answers to these fields. */
    final Answer tokens(Map<String, String> fields) {
        return send("POST", "/oauth2/token", new Http.Form(fields), "").orRefused();
    }

    final void use(Answer tokens) {
        token = tokens.text("access_token");
    }

    public final String token() {
        return token;
    }

    /** Signs in again, for a token that is about to run out. */
    public final synchronized void renew() {
        if (!number.isEmpty()) signInAgain();
    }

    /** Whose phone it is, as the token says. */
    public final String person() {
        return Http.JSON
                .readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                .path("sub")
                .asString();
    }

    public final Answer get(String path) {
        return call("GET", path, null);
    }

    public final Answer post(String path, @Nullable Object body) {
        return call("POST", path, body);
    }

    public final Answer put(String path, Object body) {
        return call("PUT", path, body);
    }

    public final Answer patch(String path, Object body) {
        return call("PATCH", path, body);
    }

    public final Answer delete(String path) {
        return call("DELETE", path, null);
    }

    private Answer call(String method, String path, @Nullable Object body) {
        String used = token;
        String key = method.equals("POST") ? UUID.randomUUID().toString() : "";
        Answer answer = send(method, path, body, key);
        if (answer.status() != UNAUTHENTICATED || number.isEmpty()) return answer;
        synchronized (this) {
            if (token.equals(used)) signInAgain();
        }
        return send(method, path, body, key);
    }

    private Answer send(String method, String path, @Nullable Object body, String key) {
        String shown = path.startsWith("/v1/signin") || path.startsWith("/oauth2") ? "" : token;
        return wire.send(new Call(method, path, body, key, shown));
    }
}
