package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import hansom.engines.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is agreed with the gateway of text messages, against one that stands in for it. */
class SmsGatewayTest {
    private static final PhoneNumber ANNA = new PhoneNumber("+79990000077");
    private static final int NEVER = 0;

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer server;
    private SmsGateway gateway;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/send", this::answer);
        server.start();
        String url = "http://127.0.0.1:%d/send".formatted(server.getAddress().getPort());
        gateway = new SmsGateway(url, "secret", Duration.ofMillis(700));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        bodies.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        keys.add(String.valueOf(call.getRequestHeaders().getFirst("Idempotency-Key")));
        tokens.add(String.valueOf(call.getRequestHeaders().getFirst("Authorization")));
        int status;
        synchronized (answers) {
            status = answers.isEmpty() ? 202 : answers.removeFirst();
        }
        if (status == NEVER) return;
        byte[] told = "{\"error\":\"not sent: code 123456\"}".getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, told.length);
        call.getResponseBody().write(told);
        call.close();
    }

    private void willAnswer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    @Test
    void isGivenNumberAndTextUnderItsToken() {
        gateway.send(ANNA, "123456", Locale.ENGLISH);
        gateway.send(ANNA, "654321", Locale.forLanguageTag("ru"));
        assertThat(bodies.getFirst()).contains("\"to\":\"+79990000077\"", "Your code: 123456.");
        assertThat(bodies.getLast()).contains("Ваш код: 654321.");
        assertThat(tokens).containsOnly("Bearer secret");
        assertThat(keys).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void isAskedOnceMoreUnderTheSameKey() {
        willAnswer(503, 202);
        gateway.send(ANNA, "123456", Locale.ENGLISH);
        willAnswer(NEVER, 202);
        gateway.send(ANNA, "123456", Locale.ENGLISH);
        assertThat(bodies).hasSize(4);
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
        assertThat(keys.get(2)).isEqualTo(keys.get(3));
    }

    @Test
    void isSaidToBeAwayWhenItStaysAway() {
        willAnswer(500, 429);
        refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
        willAnswer(401, 401);
        refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
        server.stop(0);
        refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
        assertThat(bodies).hasSize(4);
    }

    @Test
    void isNotAskedAgainAboutANumberThatItCannotReach() {
        willAnswer(422);
        refused(RefusalCode.INVALID_REQUEST);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void mustBeNamed() {
        assertThatThrownBy(() -> new SmsGateway("", "", Duration.ofSeconds(1)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("hansom.sms.url");
    }

    private void refused(RefusalCode code) {
        assertThatThrownBy(() -> gateway.send(ANNA, "123456", Locale.ENGLISH))
                .isInstanceOfSatisfying(Refused.class, no -> {
                    assertThat(no.code()).isEqualTo(code);
                    assertThat(no.toString()).doesNotContain("123456").doesNotContain("79990000077");
                });
    }
}
