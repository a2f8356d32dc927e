package hansom.edge.webhook;

import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Posts each webhook its notices one after the other. One that is not taken (any answer but 2xx within ten seconds) is posted again after
 * 1 s, 2 s, 4 s … up to an hour, and those behind it wait; after two days it is passed over. The receiver may see a notice twice and tells
 * it by its {@code event_id}. Redirects are not followed.
 */
@Component
class WebhookSender implements SmartLifecycle {
    static final String SIGNATURE = "Hansom-Signature";
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_A_TIME = 20;
    private static final int ATTEMPTS = 60;

    private final WebhookTables tables;
    private final Secrets secrets;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private @Nullable ScheduledExecutorService timer;

    WebhookSender(WebhookTables tables, Secrets secrets, ObjectMapper json, ObjectProvider<MeterRegistry> meters) {
        this.tables = tables;
        this.secrets = secrets;
        this.json = json;
        this.meters = Meters.of(meters);
        for (String outcome : List.of("taken", "refused", "unreachable")) deliveries(outcome);
    }

    /** The key that signs what this webhook is told. */
    byte[] key(String webhook) {
        return secrets.bytes("webhook:" + webhook);
    }

    private void round() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Webhook webhook : tables.take(LEASE)) threads.execute(() -> tell(webhook));
        } catch (RuntimeException unavailable) {
            LOG.warn("webhooks could not be told: {}", unavailable.toString());
        }
    }

    private void tell(Webhook webhook) {
        Webhook next = webhook;
        for (int number = 0; number < AT_A_TIME; number++) {
            Notice notice = tables.notice(next.nextSeq()).orElse(null);
            if (notice == null || !tellOne(next, notice)) return;
            next = tables.find(webhook.id()).orElse(null);
            if (next == null) return;
        }
    }

    private boolean tellOne(Webhook webhook, Notice notice) {
        if (!webhook.wants(notice)) {
            tables.advance(webhook, notice.seq() + 1, 0, Instant.EPOCH);
            return true;
        }
        int attempt = webhook.attempts() + 1;
        Delivery delivery = post(webhook, notice, attempt);
        tables.log(webhook.id(), delivery);
        count(delivery);
        boolean done = delivery.taken() || attempt >= ATTEMPTS;
        if (done) tables.advance(webhook, notice.seq() + 1, 0, Instant.EPOCH);
        else tables.advance(webhook, notice.seq(), attempt, Instant.now().plusSeconds(pauseSeconds(attempt)));
        return done;
    }

    private void count(Delivery delivery) {
        deliveries(delivery.taken() ? "taken" : delivery.status() == null ? "unreachable" : "refused")
                .increment();
    }

    private Counter deliveries(String outcome) {
        return Counter.builder("hansom.webhooks.deliveries")
                .description("attempts to tell developers' servers, by outcome")
                .tag("outcome", outcome)
                .register(meters);
    }

    static long pauseSeconds(int attempt) {
        return Math.min(3_600, 1L << Math.min(attempt - 1, 20));
    }

    private Delivery post(Webhook webhook, Notice notice, int attempt) {
        Instant now = Instant.now();
        byte[] body = json.writeValueAsBytes(notice);
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(webhook.url()))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "Hansom-Webhooks/1")
                    .header(SIGNATURE, signature(key(webhook.id()), now.getEpochSecond(), body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Delivery(notice.seq(), attempt, now, status, null, status / 100 == 2);
        } catch (IOException unreachable) {
            return new Delivery(
                    notice.seq(), attempt, now, null, unreachable.getClass().getSimpleName(), false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Delivery(notice.seq(), attempt, now, null, "stopped", false);
        }
    }

    /** {@code t=<seconds>,v1=<hex>}: HMAC-SHA-256 over the seconds, a dot and the body, so that an old notice cannot be sent anew. */
    static String signature(byte[] key, long seconds, byte[] body) {
        String text = seconds + "." + new String(body, java.nio.charset.StandardCharsets.UTF_8);
        return "t=%d,v1=%s".formatted(seconds, new KeyedHash(key).of(text));
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("webhooks").factory());
        started.scheduleWithFixedDelay(this::round, 500, 500, TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public synchronized void stop() {
        if (timer != null) timer.shutdownNow();
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
