package hansom.edge.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hansom.edge.testing.Door;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import hansom.engines.testing.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A node that is asked for more than it can give says so to some, and answers the others. */
class CrowdTest {
    private static final int PLACES = 3;
    private static final CountDownLatch INSIDE = new CountDownLatch(PLACES);
    private static final CountDownLatch DONE = new CountDownLatch(1);

    @RestController
    @Profile(Door.TRIALS)
    static class Slow {
        @GetMapping("/v1/city/fails/slow")
        String slow() throws InterruptedException {
            INSIDE.countDown();
            DONE.await();
            return "";
        }
    }

    @Test
    void refusesWhoComesWhileAllPlacesAreTakenAndLetsInWhoComesAfterwards() throws Exception {
        Map<String, Object> settings = Map.of("hansom.limits.calls-at-once", PLACES);
        try (Door door = Door.open(TestPostgres.freshAddress(), settings, Slow.class);
                ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Visitor app = door.visitor();
            List<Future<Answer>> waiting = IntStream.range(0, PLACES)
                    .mapToObj(_ -> hands.submit(() -> app.get("/v1/city/fails/slow")))
                    .toList();
            INSIDE.await();

            Answer late = app.get("/v1/city/fails/slow");
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.text("code")).isEqualTo("temporarily_unavailable");
            assertThat(late.text("trace_id")).isNotEmpty();
            assertThat(late.header("Retry-After")).isEqualTo("1");

            DONE.countDown();
            for (Future<Answer> one : waiting) assertThat(one.get().status()).isEqualTo(200);
            await().untilAsserted(() ->
                    assertThat(app.get("/v1/city/fails/slow").status()).isEqualTo(200));
        }
    }
}
