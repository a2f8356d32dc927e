package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.PositionFeed;
import hansom.contract.geo.PositionReports;
import hansom.edge.testing.Door;
import hansom.edge.testing.Visitor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The rules of all paths, on the whole edge. */
class PathsTest {
    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.openAll(Silence.class);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    /** Positions go nowhere in this test. */
    static class Silence {
        @Bean
        PositionReports positionReports() {
            return silent(PositionReports.class);
        }

        @Bean
        PositionFeed positionFeed() {
            return silent(PositionFeed.class);
        }

        private static <T> T silent(Class<T> type) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> null));
        }
    }

    @Test
    void letSomebodyInEverywhereAndStrangersHardlyAnywhere() throws Exception {
        Visitor stranger = door.visitor();
        List<Visitor> people = List.of(
                stranger.with(stranger.signIn("+79990000041", "rider", "d").text("access_token")),
                stranger.with(stranger.signIn("+79990000041", "driver", "d").text("access_token")),
                stranger.with(operator(stranger)));
        List<String> closed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (RequestMappingInfo path : door.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            for (String pattern : path.getPatternValues()) {
                if (!pattern.startsWith("/v1")) continue;
                RequestMethod method = path.getMethodsCondition().getMethods().stream()
                        .findFirst()
                        .orElse(RequestMethod.GET);
                String call = method + " " + pattern;
                if (pattern.equals("/v1/signin/out") || pattern.matches(".*(events|city/live).*")) continue;
                String url = pattern.replaceAll("\\{[^/]+}", "x").replace("**", "x");
                if (people.stream().allMatch(one -> refused(one, method, url))) closed.add(call);
                if (!refused(stranger, method, url)) open.add(call);
            }
        }
        assertThat(closed)
                .as("nobody may call these: each needs a rule in Paths")
                .isEmpty();
        assertThat(open)
                .as("strangers may call these")
                .allMatch(call -> call.matches(
                        ".* /v1|.* /v1/(sandbox|city|map|share|shared|receipts|problems)(/.*)?|POST /v1/(signin/codes|ops/setup|providers/stripe/notices)"
                                + "|GET /v1/(openapi|asyncapi)\\.json(\\.yaml)?"));
    }

    private static boolean refused(Visitor one, RequestMethod method, String url) {
        int status = one.send(method.name(), url, "", Map.of()).status();
        return status == 401 || status == 403;
    }

    private static String operator(Visitor console) throws Exception {
        String code = Files.readString(door.data.resolve(SetupCodes.FILE)).trim();
        String body = "{\"code\":\"%s\",\"name\":\"olga\",\"password\":\"correct horse battery\"}".formatted(code);
        Totp totp = Totp.ofBase32(console.post("/v1/ops/setup", body).text("totp_secret"));
        return console.form(
                        "/oauth2/token",
                        Map.of(
                                "client_id", "hansom-office",
                                "grant_type", "urn:hansom:params:oauth:grant-type:operator",
                                "name", "olga",
                                "password", "correct horse battery",
                                "totp", totp.digits(Instant.now().getEpochSecond() / 30)))
                .text("access_token");
    }
}
