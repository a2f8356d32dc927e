package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.edge.testing.Door;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import hansom.engines.redis.LocalRedis;
import hansom.engines.testing.TestFolder;
import hansom.engines.testing.TestPostgres;
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
}
