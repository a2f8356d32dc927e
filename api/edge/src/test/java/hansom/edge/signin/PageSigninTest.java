package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.edge.testing.Door;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Authorization code with PKCE, whose login step is the phone code: a browser walks through it. */
class PageSigninTest {
    private static final String BEN = "+79990000021";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard-0123456789";
    private static final String REDIRECT = "hansom://signed-in";
    private static Door door;

    private final Visitor app = door.visitor();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @BeforeAll
    static void open() {
        door = Door.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void leadsThroughThePageToTokensThatTurnLikeAllOthers() throws Exception {
        String code = walk();
        Answer tokens = exchange(code, VERIFIER);
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(app.with(tokens.text("access_token"))
                        .get("/v1/driver/nothing")
                        .status())
                .isEqualTo(404);
        assertThat(app.with(tokens.text("access_token")).get("/v1/history").status())
                .isEqualTo(403);
        assertThat(tokens.text("id_token")).isNotEmpty();
        Answer turned = app.refresh(tokens.text("refresh_token"), "");
        assertThat(turned.text("subject")).startsWith("drv_");

        assertThat(exchange(code, VERIFIER).status()).isEqualTo(400);
        assertThat(app.with(turned.text("access_token")).get("/v1/me/devices").status())
                .as("a code that came twice ends what came from it")
                .isEqualTo(401);
    }

    private String walk() throws Exception {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        String authorize = "/oauth2/authorize?response_type=code&client_id=hansom-app&state=s1&scope=openid%20driver"
                + "&redirect_uri=" + encoded(REDIRECT) + "&code_challenge_method=S256&code_challenge=" + challenge;
        var first = get(authorize);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(location(first)).endsWith("/signin");
        var asksPhone = get("/signin");
        assertThat(asksPhone.body()).contains("Номер телефона");
        var wrongPhone = post("/signin/code", Map.of("phone", "123", "_csrf", csrf(asksPhone.body())));
        assertThat(wrongPhone.body()).contains("role=\"alert\"");
        var asksCode = post("/signin/code", Map.of("phone", BEN, "_csrf", csrf(wrongPhone.body())));
        assertThat(asksCode.body()).contains("one-time-code");
        var in = post("/signin", Map.of("code", app.code(BEN), "_csrf", csrf(asksCode.body())));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(302);
        var done = get(URI.create(location(in)).getRawPath() + "?"
                + URI.create(location(in)).getRawQuery());
        assertThat(location(done)).startsWith(REDIRECT).contains("state=s1");
        var code = Pattern.compile("code=([^&]+)").matcher(location(done));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    @Test
    void refusesAnotherVerifierAndAForgedForm() throws Exception {
        String code = walk();
        assertThat(exchange(code, VERIFIER + "x").text("error")).isEqualTo("invalid_grant");
        var forged = post("/signin/code", Map.of("phone", BEN));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(get("/signin").headers().firstValue("Content-Security-Policy"))
                .isPresent();
    }

    private Answer exchange(String code, String verifier) {
        return app.form(
                "/oauth2/token",
                Map.of(
                        "client_id", "hansom-app",
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", REDIRECT,
                        "code_verifier", verifier));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        var body = new StringBuilder();
        fields.forEach((name, value) ->
                body.append(name).append('=').append(encoded(value)).append('&'));
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(app.base() + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "ru-RU,ru;q=0.9,en;q=0.8");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String csrf(String html) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(html);
        assertThat(token.find()).as(html).isTrue();
        return token.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
