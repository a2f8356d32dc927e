package hansom.edge.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import hansom.edge.EdgeTablesForTests;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.MasterKey;
import hansom.engines.keys.Secrets;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class WebhookSenderTest {
    private static final String HOOK = "whk_1";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicReference<Runnable> whileTelling = new AtomicReference<>(() -> {});
    private HttpServer receiver;
    private WebhookTables tables;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private WebhookSender sender;
    private hansom.engines.sql.Transactions transactions;

    @BeforeEach
    void begin() throws IOException {
        DataSource database = TestPostgres.fresh();
        Migrations.run(database, "engines");
        Migrations.run(database, "edge");
        JdbcClient sql = JdbcClient.create(database);
        transactions = TestPostgres.transactions(database);
        tables = new WebhookTables(sql, new PostgresDialect(), transactions, EdgeTablesForTests.ready());
        Secrets secrets = new Secrets(sql, new PostgresDialect(), transactions, new MasterKey(new byte[32]));
        sender = new WebhookSender(
                tables,
                secrets,
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build(),
                new StaticListableBeanFactory(Map.of("meters", meters)).getBeanProvider(MeterRegistry.class));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!refused) {
                whileTelling.getAndSet(() -> {}).run();
                received.add(body);
                signatures.add(exchange.getRequestHeaders().getFirst(WebhookSender.SIGNATURE));
            }
            exchange.sendResponseHeaders(refused ? 500 : 204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void end() {
        sender.stop();
        receiver.stop(0);
    }

    @Test
    void tellsInOrderWhatTheWebhookWantsAndSignsIt() {
        tables.add(HOOK, address(), Set.of("order.placed", "order.completed"), "opr_1");
        happened("e1", "order.placed");
        happened("e1", "order.placed");
        happened("e2", "order.accepted");
        happened("e3", "order.completed");
        sender.start();
        await().untilAsserted(() -> assertThat(received).hasSize(2));
        assertThat(received.getFirst()).contains("\"event_id\":\"e1\"", "\"seq\":1", "\"event_type\":\"order.placed\"");
        assertThat(received.getLast()).contains("\"event_id\":\"e3\"", "\"seq\":3");
        String signature = signatures.getFirst();
        long seconds = Long.parseLong(signature.substring(2, signature.indexOf(',')));
        assertThat(signature)
                .isEqualTo("t=%d,v1=%s"
                        .formatted(seconds, new KeyedHash(sender.key(HOOK)).of(seconds + "." + received.getFirst())));
    }

    @Test
    void repeatsWhatIsNotTakenBeforeItGoesOn() {
        refusals.set(1);
        tables.add(HOOK, address(), Set.of(), "opr_1");
        happened("e1", "order.placed");
        happened("e2", "order.accepted");
        sender.start();
        await().untilAsserted(() -> assertThat(received).hasSize(2));
        assertThat(received.getFirst()).contains("\"e1\"");
        await().untilAsserted(() -> assertThat(tables.deliveries(HOOK, 10))
                .extracting(Delivery::status)
                .containsExactly(204, 204, 500));
        assertThat(deliveries("taken")).isEqualTo(2);
        assertThat(deliveries("refused")).isEqualTo(1);
    }

    @Test
    void tellsAgainFromANumber() {
        tables.add(HOOK, address(), Set.of(), "opr_1");
        happened("e1", "order.placed");
        happened("e2", "order.accepted");
        sender.start();
        await().untilAsserted(() -> assertThat(received).hasSize(2));
        tables.rewind(HOOK, 2);
        await().untilAsserted(() -> assertThat(received).hasSize(3));
        assertThat(received.getLast()).contains("\"e2\"");
    }

    @Test
    void tellsAgainWhatWasJustBeingToldWhenItWasSentBack() {
        tables.add(HOOK, address(), Set.of(), "opr_1");
        happened("e1", "order.placed");
        whileTelling.set(() -> tables.rewind(HOOK, 1));
        sender.start();
        await().untilAsserted(() -> assertThat(received).hasSize(2));
        assertThat(received).allSatisfy(body -> assertThat(body).contains("\"e1\""));
    }

    @Test
    void tellsNothingToARemovedWebhook() {
        tables.add(HOOK, address(), Set.of(), "opr_1");
        tables.remove(HOOK);
        tables.add("whk_2", address() + "second", Set.of(), "opr_1");
        happened("e1", "order.placed");
        sender.start();
        await().untilAsserted(() -> assertThat(received).hasSize(1));
        assertThat(tables.deliveries(HOOK, 10)).isEmpty();
    }

    @Test
    void waitsEverLongerUpToAnHour() {
        assertThat(WebhookSender.pauseSeconds(1)).isEqualTo(1);
        assertThat(WebhookSender.pauseSeconds(4)).isEqualTo(8);
        assertThat(WebhookSender.pauseSeconds(59)).isEqualTo(3_600);
    }

    private double deliveries(String outcome) {
        return meters.get("hansom.webhooks.deliveries")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private String address() {
        return "http://127.0.0.1:%d/".formatted(receiver.getAddress().getPort());
    }

    private void happened(String event, String type) {
        transactions.run(() -> tables.append(event, type, Instant.parse("2026-11-24T08:00:00Z"), "/v1/ops/orders/x"));
    }
}
