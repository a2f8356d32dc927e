package hansom.edge.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Timeout(60)
class WatcherTest {
    private final List<String> written = new ArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Holds each event back until the other side goes on. */
    private final SseEmitter slow = new SseEmitter(0L) {
        @Override
        public void send(SseEventBuilder builder) {
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            StringBuilder text = new StringBuilder();
            builder.build().forEach((DataWithMediaType part) -> text.append(part.getData()));
            synchronized (written) {
                written.add(text.toString());
                written.notifyAll();
            }
        }
    };

    @Test
    void whoDoesNotKeepUpGetsEverythingAnewAndHoldsNobodyUp() throws Exception {
        int[] asked = {0};
        Watcher watcher = new Watcher(slow, () -> new Told("city", "all-" + ++asked[0]));
        Thread pump = Thread.ofVirtual().start(watcher::pump);
        for (int second = 0; second < 100; second++) watcher.tell(List.of(new Told("cars", "change-" + second + ";")));
        goOn.countDown();
        synchronized (written) {
            while (written.stream().noneMatch(text -> text.contains("last;"))) {
                watcher.tell(List.of(new Told("cars", "last;")));
                written.wait(200);
            }
        }
        assertThat(asked[0]).isBetween(2, 8);
        synchronized (written) {
            assertThat(written.getFirst()).contains("event:city");
            assertThat(written.size()).isLessThan(60);
        }
        watcher.leave();
        pump.interrupt();
        pump.join();
    }

    @Test
    void tellsANewcomerEverythingFirst() throws Exception {
        goOn.countDown();
        Watcher watcher = new Watcher(slow, () -> new Told("city", "all"));
        watcher.tell(List.of(new Told("cars", "change")));
        Thread pump = Thread.ofVirtual().start(watcher::pump);
        watcher.tell(List.of(new Told("cars", "next")));
        synchronized (written) {
            while (written.size() < 2) written.wait(TimeUnit.SECONDS.toMillis(30));
            assertThat(written.get(0)).contains("event:city").contains("all");
            assertThat(written.get(1)).contains("event:cars").contains("next");
        }
        watcher.leave();
        pump.interrupt();
        pump.join();
    }
}
