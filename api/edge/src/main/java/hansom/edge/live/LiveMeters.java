package hansom.edge.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who is connected, what comes and goes over live connections, and how often the other side is too slow. */
final class LiveMeters {
    private final MeterRegistry meters;
    private final Map<Seating, AtomicInteger> open = new ConcurrentHashMap<>();
    private final Map<String, Counter> in = new ConcurrentHashMap<>();
    private final Map<String, Counter> out = new ConcurrentHashMap<>();
    private final Map<CloseCode, Counter> closed = new ConcurrentHashMap<>();
    private final Counter dropped;
    private final Counter slow;

    private record Seating(String role, String over) {}

    LiveMeters(MeterRegistry meters) {
        this.meters = meters;
        dropped = counter("hansom.frames.dropped", "positions of cars not sent because the other side was too slow");
        slow = counter("hansom.sockets.slow", "times that a socket would take no more until its app had read");
        for (var role : new String[] {"rider", "driver"})
            for (var over : new String[] {"socket", "events"}) seats(new Seating(role, over));
        for (CloseCode code : CloseCode.values()) closings(code);
        for (var type : new String[] {"hello", "positions", "accept", "malformed"}) in(type);
        for (var type : new String[] {"welcome", "snapshot", "position", "eta", "way", "refused"}) out(type);
    }

    private Counter counter(String name, String meaning) {
        return Counter.builder(name).description(meaning).register(meters);
    }

    /** One more connection is signed in, or one fewer. */
    void seated(Guest guest, Outlet outlet, int more) {
        seats(new Seating(guest.driver() ? "driver" : "rider", outlet instanceof SocketOutlet ? "socket" : "events"))
                .addAndGet(more);
    }

    private AtomicInteger seats(Seating seating) {
        return open.computeIfAbsent(seating, where -> {
            var count = new AtomicInteger();
            Gauge.builder("hansom.sockets.open", count, AtomicInteger::get)
                    .description("signed-in live connections, over a WebSocket or an event stream")
                    .tags("role", where.role(), "over", where.over())
                    .strongReference(true)
                    .register(meters);
            return count;
        });
    }

    void received(ClientFrame frame) {
        received(frame.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    void malformed() {
        received("malformed");
    }

    private void received(String type) {
        in(type).increment();
    }

    void sent(Envelope envelope) {
        out(envelope.type()).increment();
    }

    private Counter in(String type) {
        return in.computeIfAbsent(
                type,
                kind -> Counter.builder("hansom.frames.in")
                        .description("frames from apps, by type")
                        .tag("type", kind)
                        .register(meters));
    }

    private Counter out(String type) {
        return out.computeIfAbsent(
                type,
                kind -> Counter.builder("hansom.frames.out")
                        .description("frames and events to apps, by type")
                        .tag("type", kind)
                        .register(meters));
    }

    void dropped() {
        dropped.increment();
    }

    void slow() {
        slow.increment();
    }

    void closed(CloseCode code) {
        closings(code).increment();
    }

    private Counter closings(CloseCode code) {
        return closed.computeIfAbsent(
                code,
                why -> Counter.builder("hansom.sockets.closed")
                        .description("live connections that the node ended, by why")
                        .tag("why", why.name().toLowerCase(Locale.ROOT))
                        .register(meters));
    }
}
