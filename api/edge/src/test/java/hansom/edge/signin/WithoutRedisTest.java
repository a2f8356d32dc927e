package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.edge.testing.Door;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import hansom.engines.redis.LocalRedis;
import hansom.engines.testing.TestFolder;
import hansom.engines.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes on and what waits while Redis is away. */
class WithoutRedisTest {
    @Test
    void refusesToSignInForNowButServesWhoIsSignedInAndStillKnowsWhoIsNot() {
        LocalRedis redis = LocalRedis.start(TestFolder.make("redis", () -> {}), TestFolder.programs());
        try (Door door = Door.open(TestPostgres.freshAddress(), Map.of("hansom.redis", redis.uri()))) {
            Visitor app = door.visitor();
            Answer phone = app.signIn("+79990000031", "rider", "phone");
            Answer tablet = app.signIn("+79990000031", "rider", "tablet");
            redis.close();

            Answer code = app.post("/v1/signin/codes", "{\"phone\":\"+79990000031\"}");
            assertThat(code.status()).isEqualTo(503);
            assertThat(code.json().path("retryable").asBoolean()).isTrue();
            Answer exchange = app.exchange("+79990000031", "123456", "rider", "phone");
            assertThat(exchange.status()).isEqualTo(503);
            assertThat(exchange.text("error")).isEqualTo("temporarily_unavailable");

            Visitor onPhone = app.with(phone.text("access_token"));
            assertThat(onPhone.get("/v1/me/devices").status()).isEqualTo(200);
            Answer turned = app.refresh(phone.text("refresh_token"), "phone");
            assertThat(turned.status()).as(turned.body()).isEqualTo(200);

            Visitor onTablet = app.with(tablet.text("access_token"));
            assertThat(onTablet.post("/v1/signin/out", "").status()).isEqualTo(204);
            assertThat(onTablet.get("/v1/me/devices").status()).isEqualTo(401);
            assertThat(onPhone.get("/v1/me/devices").status()).isEqualTo(200);
        }
    }

    @Test
    void forgetsNoRevocationWhenItComesBackEmpty() throws Exception {
        Path folder = TestFolder.make("redis", () -> {});
        try (LocalRedis redis = LocalRedis.start(folder, TestFolder.programs());
                Door door = Door.open(TestPostgres.freshAddress(), Map.of("hansom.redis", redis.uri()))) {
            Visitor app = door.visitor();
            Visitor phone =
                    app.with(app.signIn("+79990000032", "rider", "phone").text("access_token"));
            Visitor tablet =
                    app.with(app.signIn("+79990000032", "rider", "tablet").text("access_token"));
            String secret =
                    Files.readString(door.data.resolve(Clients.FILE)).replaceAll("(?s).*client_secret=(\\w+).*", "$1");
            Map<String, String> server = Map.of("client_id", "hansom-server", "client_secret", secret);
            String token = app.form("/oauth2/token", plus(server, "grant_type", "client_credentials"))
                    .text("access_token");
            assertThat(app.with(token).get("/v1/me/devices").status()).isNotEqualTo(401);
            assertThat(app.form("/oauth2/revoke", plus(server, "token", token)).status())
                    .isEqualTo(200);
            assertThat(tablet.post("/v1/signin/out", "").status()).isEqualTo(204);

            for (String file : List.of("appendonly.aof", "dump.rdb")) Files.deleteIfExists(folder.resolve(file));
            long pid =
                    Long.parseLong(Files.readString(folder.resolve("redis.pid")).trim());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            boolean back = false;
            while (!back) {
                assertThat(tablet.get("/v1/me/devices").status()).isEqualTo(401);
                assertThat(app.with(token).get("/v1/me/devices").status()).isEqualTo(401);
                assertThat(phone.get("/v1/me/devices").status()).isEqualTo(200);
                assertThat(System.nanoTime()).as("Redis is started again").isLessThan(end);
                back = app.post("/v1/signin/codes", "{\"phone\":\"+79990000033\"}")
                                .status()
                        == 202;
            }
            assertThat(tablet.get("/v1/me/devices").status()).isEqualTo(401);
            assertThat(app.with(token).get("/v1/me/devices").status()).isEqualTo(401);
        }
    }

    private static Map<String, String> plus(Map<String, String> some, String name, String value) {
        Map<String, String> all = new HashMap<>(some);
        all.put(name, value);
        return all;
    }
}
