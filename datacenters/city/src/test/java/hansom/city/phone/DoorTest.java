package hansom.city.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final Tally tally = new Tally(line -> {});
    private HttpServer node;
    private Door door;
    private volatile int answersAfter;
    private volatile int status = 202;
    private volatile String body = "{}";

    @BeforeEach
    void open() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", this::answer);
        node.start();
        door = new Door("http://127.0.0.1:" + node.getAddress().getPort(), tally, new Outages(tally));
    }

    @AfterEach
    void close() {
        door.close();
        node.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        call.getRequestBody().readAllBytes();
        keys.add(Objects.requireNonNullElse(call.getRequestHeaders().getFirst("Idempotency-Key"), ""));
        if (keys.size() <= answersAfter) {
            call.close();
            return;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Test
    void repeatsACallWithoutAnAnswerUnderTheSameKey() throws InterruptedException {
        answersAfter = 2;
        Answer answer = door.ask(Call.post("/v1/things", Json.object()).keyed("k-1"));
        assertThat(answer.ok()).isTrue();
        assertThat(keys).hasSizeGreaterThanOrEqualTo(3).containsOnly("k-1");
        assertThat(tally.of("outages")).isEqualTo(1);
        assertThat(tally.of("errors")).isZero();
    }

    @Test
    void countsWhatTheNodeMustNotAnswer() throws InterruptedException {
        status = 500;
        body = "{\"code\":\"internal_error\"}";
        Answer answer = door.ask(Call.get("/v1/things"));
        assertThat(answer.code()).isEqualTo("internal_error");
        assertThat(tally.of("errors")).isEqualTo(1);
    }

    @Test
    void takesARefusalThatIsNobodysFault() throws InterruptedException {
        status = 409;
        body = "{\"code\":\"offer_expired\"}";
        door.ask(Call.post("/v1/driver/offers/off_1/accept").mayBe("offer_expired"));
        assertThat(tally.of("errors")).isZero();
        door.ask(Call.post("/v1/driver/offers/off_1/accept").mayBe("offer_withdrawn"));
        assertThat(tally.of("errors")).isEqualTo(1);
    }
}
