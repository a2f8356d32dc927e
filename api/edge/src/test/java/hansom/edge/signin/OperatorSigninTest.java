package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.edge.testing.Door;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The office's way in: the first operator, the second factor, invitations. */
class OperatorSigninTest {
    private static final String PASSWORD = "correct horse battery";
    private static Door door;
    private static Answer first;

    private final Visitor console = door.visitor();

    @BeforeAll
    static void open() throws IOException {
        door = Door.open();
        var file = door.data.resolve(SetupCodes.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String code = Files.readString(file).trim();
        first = setUp(code, "olga");
        assertThat(setUp(code, "second").text("code")).as("a used code").isEqualTo("code_wrong");
        assertThat(file).doesNotExist();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void letsTheFirstOperatorInWithEachSecondFactorOnce() {
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.text("otpauth_url")).contains(first.text("totp_secret"));
        String digits = digits(0);
        assertThat(signIn("olga", "wrong password", digits).status()).isEqualTo(400);
        Answer in = signIn("olga", PASSWORD, digits);
        assertThat(in.status()).as(in.body()).isEqualTo(200);
        assertThat(signIn("olga", PASSWORD, digits).text("code")).as("replayed").isEqualTo("code_wrong");
        Visitor olga = console.with(in.text("access_token"));
        assertThat(olga.get("/v1/ops/operators").json().path("operators").size())
                .isPositive();
        assertThat(olga.get("/v1/history").status()).isEqualTo(403);
        invitesAnAuditorWhoMayOnlyRead(olga);
    }

    private void invitesAnAuditorWhoMayOnlyRead(Visitor olga) {
        String code =
                olga.post("/v1/ops/operators", "{\"roles\":[\"auditor\"]}").text("code");
        assertThat(olga.post("/v1/ops/operators", "{\"roles\":[\"rider\"]}").status())
                .isEqualTo(400);
        Answer kim = setUp(code, "kim");
        Totp totp = Totp.ofBase32(kim.text("totp_secret"));
        Answer in = signIn("kim", PASSWORD, totp.digits(Instant.now().getEpochSecond() / 30));
        Visitor auditor = console.with(in.text("access_token"));
        assertThat(auditor.get("/v1/ops/orders").status()).isEqualTo(404);
        assertThat(auditor.post("/v1/ops/orders", "{}").status()).isEqualTo(403);
        assertThat(auditor.get("/v1/ops/operators").status()).isEqualTo(403);
        assertThat(olga.delete("/v1/ops/operators/" + kim.text("operator_id")).status())
                .isEqualTo(204);
        assertThat(auditor.get("/v1/ops/orders").status()).isEqualTo(401);
    }

    @Test
    void asksForALongPasswordAndShowsWhere() {
        Answer answer = console.post("/v1/ops/setup", "{\"code\":\"x\",\"name\":\"kim\",\"password\":\"short\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("#/password");
        assertThat(answer.body()).doesNotContain("short");
    }

    private Answer signIn(String name, String password, String totp) {
        return console.form(
                "/oauth2/token",
                Map.of(
                        "client_id", "hansom-office",
                        "grant_type", "urn:hansom:params:oauth:grant-type:operator",
                        "name", name,
                        "password", password,
                        "totp", totp));
    }

    private static Answer setUp(String code, String name) {
        return door.visitor()
                .post(
                        "/v1/ops/setup",
                        "{\"code\":\"%s\",\"name\":\"%s\",\"password\":\"%s\"}".formatted(code, name, PASSWORD));
    }

    private static String digits(long ahead) {
        return Totp.ofBase32(first.text("totp_secret")).digits(Instant.now().getEpochSecond() / 30 + ahead);
    }
}
