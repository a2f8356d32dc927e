package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.edge.testing.Door;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import hansom.engines.keys.Seals;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in by phone as an app sees it. */
class PhoneSigninTest {
    private static final AtomicInteger NUMBERS =
            new AtomicInteger((int) (ProcessHandle.current().pid() % 10_000) * 1000);
    private static Door door;

    private final Visitor app = door.visitor();
    private final String anna = "+7916%07d".formatted(NUMBERS.incrementAndGet());

    @BeforeAll
    static void open() {
        door = Door.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void registersWhoComesForTheFirstTimeAndKnowsHerAgain() {
        Answer first = app.signIn(anna, "rider", "phone-1");
        Answer again = app.signIn(anna, "rider", "phone-2");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.text("subject")).startsWith("rid_").isEqualTo(again.text("subject"));
        var registered = door.bean(Door.Register.class).riders.stream()
                .filter(rider -> rider.riderId().value().equals(first.text("subject")))
                .toList();
        assertThat(registered).hasSize(1);
        var phone = registered.getFirst().phone();
        assertThat(phone.cipher()).doesNotContain(anna.substring(5));
        assertThat(door.bean(Seals.class).open(phone.person(), phone.cipher())).contains(anna);
    }

    @Test
    void finishesARegistrationThatWasBrokenOff() {
        Door.Register register = door.bean(Door.Register.class);
        register.closed = true;
        Answer broken = app.signIn(anna, "rider", "phone");
        register.closed = false;
        assertThat(broken.status()).isEqualTo(503);
        assertThat(broken.json().path("retryable").asBoolean()).isTrue();
        Answer again = app.signIn(anna, "rider", "phone");
        assertThat(register.riders)
                .filteredOn(rider -> rider.riderId().value().equals(again.text("subject")))
                .hasSize(1);
    }

    @Test
    void letsOneNumberBeRiderAndDriverAndEachStayOnHerPaths() {
        String rider = app.signIn(anna, "rider", "d").text("access_token");
        String driver = app.signIn(anna, "driver", "d").text("access_token");
        assertThat(app.with(rider).get("/v1/driver/offers").status()).isEqualTo(403);
        assertThat(app.with(driver).get("/v1/history").status()).isEqualTo(403);
        assertThat(app.with(driver).get("/v1/ops/orders").status()).isEqualTo(403);
        assertThat(app.with(rider).get("/v1/history").status()).isEqualTo(404);
        assertThat(app.get("/v1/history").text("code")).isEqualTo("unauthenticated");
    }

    @Test
    void answersTheSameWhetherTheNumberIsKnownOrNot() {
        app.signIn(anna, "rider", "d");
        Answer known = app.post("/v1/signin/codes", "{\"phone\":\"%s\"}".formatted(anna));
        Answer unknown = app.post("/v1/signin/codes", "{\"phone\":\"%s9\"}".formatted(anna));
        assertThat(known.status()).isEqualTo(202).isEqualTo(unknown.status());
        assertThat(known.body()).isEqualTo(unknown.body());
    }

    @Test
    void takesACodeOnceAndForFiveAttempts() {
        app.post("/v1/signin/codes", "{\"phone\":\"%s\"}".formatted(anna));
        String right = app.code(anna);
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int attempt = 0; attempt < 4; attempt++)
            assertThat(app.exchange(anna, wrong, "rider", "d").text("code")).isEqualTo("code_wrong");
        assertThat(app.exchange(anna, right, "rider", "d").status()).isEqualTo(200);
        assertThat(app.exchange(anna, right, "rider", "d").status()).isEqualTo(400);

        app.post("/v1/signin/codes", "{\"phone\":\"%s\"}".formatted(anna));
        String second = app.code(anna);
        wrong = second.equals("000000") ? "000001" : "000000";
        for (int attempt = 0; attempt < 5; attempt++) app.exchange(anna, wrong, "rider", "d");
        Answer sixth = app.exchange(anna, second, "rider", "d");
        assertThat(sixth.text("error")).isEqualTo("invalid_grant");
        assertThat(sixth.text("trace_id")).isEqualTo(sixth.header("Trace-Id"));
    }

    @Test
    void sendsOnlySoManyCodesToANumber() {
        String body = "{\"phone\":\"%s\"}".formatted(anna);
        for (int code = 0; code < 5; code++)
            assertThat(app.post("/v1/signin/codes", body).status()).isEqualTo(202);
        Answer sixth = app.post("/v1/signin/codes", body);
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isGreaterThan(60);
    }

    @Test
    void endsEverythingOfADeviceAtOnce() {
        Answer phone = app.signIn(anna, "rider", "phone");
        Answer tablet = app.signIn(anna, "rider", "tablet");
        Visitor onPhone = app.with(phone.text("access_token"));
        Visitor onTablet = app.with(tablet.text("access_token"));
        var devices = onPhone.get("/v1/me/devices").json().path("devices");
        assertThat(devices.size()).isEqualTo(2);
        String other = "";
        for (var device : devices)
            if (!device.path("current").asBoolean()) other = device.path("id").asString();
        assertThat(onPhone.delete("/v1/me/devices/" + other).status()).isEqualTo(204);
        assertThat(onTablet.get("/v1/me/devices").status()).isEqualTo(401);
        assertThat(app.refresh(tablet.text("refresh_token"), "tablet").status()).isEqualTo(400);
        assertThat(onPhone.get("/v1/me/devices").status()).isEqualTo(200);
        assertThat(onPhone.post("/v1/signin/out", "").status()).isEqualTo(204);
        assertThat(onPhone.get("/v1/me/devices").header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void revokesByEitherToken() {
        Answer signedIn = app.signIn(anna, "rider", "phone");
        app.form("/oauth2/revoke", Map.of("client_id", "hansom-app", "token", signedIn.text("refresh_token")));
        assertThat(app.with(signedIn.text("access_token")).get("/v1/me/devices").status())
                .isEqualTo(401);
        Answer again = app.signIn(anna, "rider", "phone");
        assertThat(app.form("/oauth2/revoke", Map.of("client_id", "hansom-office", "token", again.text("access_token")))
                        .status())
                .isEqualTo(200);
        assertThat(app.with(again.text("access_token")).get("/v1/me/devices").status())
                .as("of another client")
                .isEqualTo(200);
        app.form("/oauth2/revoke", Map.of("client_id", "hansom-app", "token", again.text("access_token")));
        assertThat(app.refresh(again.text("refresh_token"), "phone").status()).isEqualTo(400);
    }

    @Test
    void turnsARefreshTokenAlsoWhenTheOldAccessTokenComesAlong() {
        Answer signedIn = app.signIn(anna, "rider", "phone");
        Visitor phone = app.with(signedIn.text("access_token"));
        Answer turned = phone.refresh(signedIn.text("refresh_token"), "phone");
        assertThat(turned.status()).as(turned.body()).isEqualTo(200);
        assertThat(phone.with("nonsense")
                        .refresh(turned.text("refresh_token"), "phone")
                        .status())
                .isEqualTo(200);
        assertThat(phone.get("/userinfo").status()).isNotEqualTo(500);
    }

    @Test
    void givesTheSameSuccessorForALostAnswerAndEndsAStolenFamily() {
        Answer signedIn = app.signIn(anna, "rider", "phone");
        String first = signedIn.text("refresh_token");
        Answer turned = app.refresh(first, "phone");
        Answer repeated = app.refresh(first, "phone");
        assertThat(turned.status()).as(turned.body()).isEqualTo(200);
        assertThat(turned.text("refresh_token")).isNotEqualTo(first).isEqualTo(repeated.text("refresh_token"));
        Answer stolen = app.refresh(turned.text("refresh_token"), "another device");
        assertThat(stolen.text("code")).isEqualTo("session_reused");
        assertThat(app.with(turned.text("access_token")).get("/v1/me/devices").status())
                .isEqualTo(401);
        assertThat(app.refresh(turned.text("refresh_token"), "phone").status()).isEqualTo(400);
    }

    @Test
    void signsServersInByTheirSecretAndTellsItsKeys() throws Exception {
        String file = java.nio.file.Files.readString(door.data.resolve(Clients.FILE));
        String secret = file.lines().skip(1).findFirst().orElseThrow().substring("client_secret=".length());
        Answer token = app.form(
                "/oauth2/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "hansom-server",
                        "client_secret", secret,
                        "scope", "developer"));
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        assertThat(app.with(token.text("access_token")).get("/v1/webhooks").status())
                .isEqualTo(404);
        assertThat(app.with(token.text("access_token")).get("/v1/history").status())
                .isEqualTo(403);
        Answer wrong = app.form(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", "hansom-server", "client_secret", "x"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("error")).isEqualTo("invalid_client");
        assertThat(app.get("/oauth2/jwks").json().path("keys").size()).isEqualTo(1);
        assertThat(app.get("/.well-known/openid-configuration").text("token_endpoint"))
                .endsWith("/oauth2/token");
        assertThat(app.get("/oauth2/jwks").body()).doesNotContain("\"d\"");
    }
}
