package hansom.edge.city;

import hansom.contract.city.City;
import hansom.contract.city.CityQuery.SeeCity;
import hansom.contract.geo.CarsOnShift;
import hansom.contract.geo.GeoQuery.ListCars;
import hansom.contract.order.OrderStatus;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.ObjectMapper;

/**
 * Looks at the city once a second while anybody watches, and tells all watchers the same: what changed since the last look. Outside of the
 * sandbox it sees what strangers may: nameless cars, no orders.
 */
@Component
final class CityWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CityWatch.class);
    private static final int MOST_WATCHERS = 1_000;

    private final Questions questions;
    private final ObjectMapper json;
    private final Clock businessClock;
    private final boolean sandbox;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("city-watch").factory());
    private CityShape.@Nullable Snapshot latest;
    private @Nullable Told everything;

    CityWatch(Questions questions, ObjectMapper json, Clock businessClock, Environment environment) {
        this.questions = questions;
        this.json = json;
        this.businessClock = businessClock;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
        watchers.forEach(Watcher::leave);
    }

    /** Lets somebody watch until the stream ends. */
    Watcher watch(SseEmitter stream) {
        if (watchers.size() >= MOST_WATCHERS)
            throw new Refused(RefusalCode.TEMPORARILY_UNAVAILABLE, "too many watch the city already")
                    .after(Duration.ofSeconds(30));
        Watcher watcher = new Watcher(stream, this::everything);
        watchers.add(watcher);
        return watcher;
    }

    void leave(Watcher watcher) {
        watcher.leave();
        watchers.remove(watcher);
    }

    private void look() {
        if (watchers.isEmpty()) return;
        try {
            CityShape.Snapshot now = seen();
            CityShape.@Nullable Snapshot before = latest;
            latest = now;
            everything = null;
            List<Told> changes = before == null ? List.of() : changes(before, now);
            watchers.forEach(watcher -> watcher.tell(changes));
        } catch (RuntimeException notNow) {
            LOG.debug("the city is not seen", notNow);
        }
    }

    private CityShape.Snapshot seen() {
        City city = questions.get(new SeeCity(), City.class);
        Map<String, OrderStatus> status = new HashMap<>();
        city.orders().forEach(order -> status.put(order.orderId().value(), order.status()));
        List<CityShape.Car> cars = questions.get(new ListCars(!sandbox), CarsOnShift.class).cars().stream()
                .map(car -> CityShape.Car.of(
                        car, car.order() == null ? null : status.get(car.order().value())))
                .toList();
        List<CityShape.Order> orders =
                sandbox ? city.orders().stream().map(CityShape.Order::of).toList() : List.of();
        return new CityShape.Snapshot(
                sandbox, cars, orders, CityShape.Figures.of(city.figures(), cars, businessClock.instant()));
    }

    private List<Told> changes(CityShape.Snapshot before, CityShape.Snapshot now) {
        List<Told> changes = new ArrayList<>();
        List<CityShape.Car> cars = changed(before.cars(), now.cars(), CityShape.Car::tag);
        List<String> carsGone = gone(before.cars(), now.cars(), CityShape.Car::tag);
        if (!cars.isEmpty() || !carsGone.isEmpty())
            changes.add(told("cars", new CityShape.CarsChanged(cars, carsGone)));
        List<CityShape.Order> orders = changed(before.orders(), now.orders(), CityShape.Order::id);
        List<String> ordersGone = gone(before.orders(), now.orders(), CityShape.Order::id);
        if (!orders.isEmpty() || !ordersGone.isEmpty())
            changes.add(told("orders", new CityShape.OrdersChanged(orders, ordersGone)));
        changes.add(told("figures", now.figures()));
        return changes;
    }

    private static <T> Map<String, T> byKey(Collection<T> all, Function<T, String> key) {
        Map<String, T> found = new LinkedHashMap<>();
        all.forEach(one -> found.put(key.apply(one), one));
        return found;
    }

    private static <T> List<T> changed(List<T> before, List<T> now, Function<T, String> key) {
        Map<String, T> known = byKey(before, key);
        return now.stream()
                .filter(one -> !one.equals(known.get(key.apply(one))))
                .toList();
    }

    private static <T> List<String> gone(List<T> before, List<T> now, Function<T, String> key) {
        Set<String> there = byKey(now, key).keySet();
        return before.stream().map(key).filter(one -> !there.contains(one)).toList();
    }

    /** Made when the first newcomer of this second wants it. */
    private @Nullable Told everything() {
        if (everything == null && latest != null) everything = told("city", latest);
        return everything;
    }

    private Told told(String name, Object data) {
        return new Told(name, json.writeValueAsString(data));
    }
}
