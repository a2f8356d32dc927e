package hansom.edge.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import hansom.edge.testing.Door;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A call with a key, and its repetitions. */
class IdempotencyTest {
    private static Door door;
    private static Visitor anna;
    private static Visitor ben;

    private final String key = UUID.randomUUID().toString();
    private final Till till = door.bean(Till.class);

    @BeforeAll
    static void open() {
        door = Door.open(Till.class);
        anna = door.visitor()
                .with(door.visitor().signIn("+79990000011", "rider", "d").text("access_token"));
        ben = door.visitor()
                .with(door.visitor().signIn("+79990000012", "rider", "d").text("access_token"));
    }

    @AfterAll
    static void close() {
        door.close();
    }

    record Tip(int amount) {}

    record Paid(String id, int number) {}

    @RestController
    @Profile(Door.TRIALS)
    static class Till {
        final AtomicInteger count = new AtomicInteger();
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);

        @Idempotent
        @PostMapping("/v1/orders/tip")
        CompletableFuture<ResponseEntity<Paid>> tip(@RequestBody Tip tip, IdempotencyKey key) {
            return CompletableFuture.supplyAsync(() -> ResponseEntity.accepted()
                    .header("Location", "/v1/tips/1")
                    .body(new Paid(key.derivedId("pay"), count.incrementAndGet())));
        }

        @Idempotent
        @PostMapping("/v1/orders/slow")
        Paid slow(@RequestBody Tip tip) throws InterruptedException {
            entered.countDown();
            go.await();
            return new Paid("slow", count.incrementAndGet());
        }

        @Idempotent
        @PostMapping("/v1/orders/down")
        CompletableFuture<Paid> down(@RequestBody Tip tip) {
            if (count.incrementAndGet() % 2 == 1)
                return CompletableFuture.failedFuture(new Refused(RefusalCode.TEMPORARILY_UNAVAILABLE));
            return CompletableFuture.completedFuture(new Paid("up", count.get()));
        }

        @Idempotent
        @PostMapping("/v1/orders/refused")
        Paid refused(@RequestBody Tip tip) {
            throw new Refused(RefusalCode.CARD_DECLINED, "no " + count.incrementAndGet());
        }
    }

    @Test
    void wantsAKey() {
        assertThat(anna.post("/v1/orders/tip", "{\"amount\":1}").text("code")).isEqualTo("idempotency_key_missing");
    }

    @Test
    void givesTheFirstAnswerAgainToTheSameCallerOnly() {
        Answer first = tip(anna, "{\"amount\":1}");
        Answer again = tip(anna, "{\"amount\":1}");
        assertThat(first.status()).as(first.body()).isEqualTo(202).isEqualTo(again.status());
        assertThat(again.body()).isEqualTo(first.body()).contains("pay_");
        assertThat(again.header("Location")).isEqualTo("/v1/tips/1");
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Answer other = tip(ben, "{\"amount\":1}");
        assertThat(other.text("id")).isNotEqualTo(first.text("id"));
        assertThat(tip(anna, "{\"amount\":2}").text("code")).isEqualTo("idempotency_key_reused");
    }

    @Test
    void keepsARefusalButNotWhatMayPass() {
        Answer no = call(anna, "/v1/orders/refused", "{\"amount\":1}");
        assertThat(no.status()).isEqualTo(422);
        assertThat(call(anna, "/v1/orders/refused", "{\"amount\":1}").text("detail"))
                .isEqualTo(no.text("detail"));
        String down = UUID.randomUUID().toString();
        int before = till.count.get();
        if (before % 2 == 1) till.count.incrementAndGet();
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", down);
        assertThat(anna.send("POST", "/v1/orders/down", "{}", headers).status()).isEqualTo(400);
        assertThat(anna.send("POST", "/v1/orders/down", "{\"amount\":1}", headers)
                        .text("code"))
                .as("a key is bound to its first body, also when that was refused")
                .isEqualTo("idempotency_key_reused");
        Map<String, String> fresh = Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(anna.send("POST", "/v1/orders/down", "{\"amount\":1}", fresh).status())
                .isEqualTo(503);
        assertThat(anna.send("POST", "/v1/orders/down", "{\"amount\":1}", fresh).status())
                .isEqualTo(200);
    }

    @Test
    void saysThatTheFirstStillRuns() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> call(anna, "/v1/orders/slow", "{\"amount\":1}"));
        till.entered.await();
        Answer second = call(anna, "/v1/orders/slow", "{\"amount\":1}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("code")).isEqualTo("idempotency_in_progress");
        till.go.countDown();
        assertThat(first.get().status()).isEqualTo(200);
        assertThat(call(anna, "/v1/orders/slow", "{\"amount\":1}").body())
                .isEqualTo(first.get().body());
    }

    @Test
    void freesTheKeyOfANodeThatDied() {
        AnswerStore store = door.bean(AnswerStore.class);
        Instant now = Instant.now();
        assertThat(store.claim("anna", key, "body", now)).isInstanceOf(AnswerStore.Claim.Run.class);
        assertThat(store.claim("anna", key, "body", now.plusSeconds(59))).isEqualTo(new AnswerStore.Claim.Running());
        var taken = store.claim("anna", key, "body", now.plusSeconds(61));
        assertThat(taken).isInstanceOf(AnswerStore.Claim.Run.class);
        assertThat(store.claim("anna", key, "body", now.plusSeconds(62))).isEqualTo(new AnswerStore.Claim.Running());
        store.answered("anna", key, "the one that was taken for dead", 200, "", "late");
        assertThat(store.claim("anna", key, "body", now.plusSeconds(63))).isEqualTo(new AnswerStore.Claim.Running());
    }

    private Answer tip(Visitor who, String body) {
        return call(who, "/v1/orders/tip", body);
    }

    private Answer call(Visitor who, String path, String body) {
        return who.send("POST", path, body, Map.of("Content-Type", "application/json", "Idempotency-Key", key));
    }
}
