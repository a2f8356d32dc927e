package hansom.geo.guide;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.GuideDriver;
import hansom.contract.geo.GeoQuery.ListOtherWays;
import hansom.contract.geo.Guidance;
import hansom.contract.geo.Guidance.Reason;
import hansom.contract.geo.OtherWays;
import hansom.geo.road.Courses;
import hansom.geo.road.Start;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The ways of all drivers who are asked about. They are kept in memory alone: after a restart each begins anew from where the car is. */
public final class Guides {
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final int QUESTIONS_BETWEEN_LOOKS = 1_000;

    private final Supplier<Courses> roads;
    private final Consumer<Reason> chosen;
    private final Clock realTime;
    private final Map<DriverId, Guide> guides = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();

    /** {@code roads} gives those of each moment, {@code chosen} hears of each way that is chosen, and why. */
    public Guides(Supplier<Courses> roads, Consumer<Reason> chosen, Clock realTime) {
        this.roads = roads;
        this.chosen = chosen;
        this.realTime = realTime;
    }

    /** The way of a driver who is there; refused as {@link GuideDriver} says. */
    public Guidance guide(GuideDriver question, DriverPosition position, Start from) {
        Instant now = realTime.instant();
        if (questions.incrementAndGet() % QUESTIONS_BETWEEN_LOOKS == 0) forget(now.minus(FORGOTTEN));
        return guides.computeIfAbsent(question.driverId(), _ -> new Guide(chosen))
                .guide(question, position, from, roads.get(), now);
    }

    /** Is told when the map is another, so that also the ways of those who do not ask let go of the roads before. */
    public void renew() {
        Courses now = roads.get();
        guides.values().forEach(guide -> guide.goOnto(now));
    }

    /** Up to two ways that differ from the one that a driver who is there keeps to; refused as {@link ListOtherWays} says. */
    public OtherWays others(ListOtherWays question, Start from) {
        Guide guide = guides.getOrDefault(question.driverId(), new Guide(chosen));
        return new OtherWays(guide.others(question, from, roads.get()));
    }

    private void forget(Instant limit) {
        guides.values().removeIf(guide -> guide.isForgotten(limit));
    }
}
