package hansom.geo.position;

import com.uber.h3core.H3Core;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Guidance.Reason;
import hansom.engines.clock.BusinessClock;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import hansom.engines.meter.Figures;
import hansom.engines.meter.Meters;
import hansom.engines.role.ConditionalOnRole;
import hansom.geo.guide.Guides;
import hansom.geo.road.Roads;
import hansom.geo.road.ServedRoads;
import hansom.geo.track.TripPoints;
import hansom.geo.traffic.LiveTraffic;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The board and what is answered from it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("geo")
class BoardConfiguration {
    private static final Clock REAL_TIME = Clock.systemUTC();

    @Bean
    Board board() {
        return new Board();
    }

    /** Listens first and reads then, so that nothing falls between. */
    @Bean(destroyMethod = "close")
    BoardFeed boardFeed(Board board, StatefulRedisConnection<String, String> redis, Keys keys, LiveChannel channel) {
        BoardFeed feed = new BoardFeed(board, redis, keys, REAL_TIME);
        channel.listen(feed);
        feed.start();
        return feed;
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RoadFollower roadFollower(
            Board board, Shifts shifts, ServedRoads roads, LiveTraffic traffic, BusinessClock businessClock) {
        return new RoadFollower(board, shifts, roads::now, REAL_TIME, businessClock, traffic::learn);
    }

    @Bean
    Figures fleetFigures(
            ObjectProvider<MeterRegistry> meters, Shifts shifts, @Value("${hansom.figures.pace:5s}") Duration pace) {
        return new Figures(Meters.of(meters), "fleet", pace, new FleetFigures(shifts));
    }

    @Bean
    Cars cars(Board board, Shifts shifts) {
        return new Cars(board, shifts, REAL_TIME);
    }

    @Bean
    DriverQueries driverQueries(
            Board board, BoardFeed feed, Shifts shifts, ServedRoads roads, ObjectProvider<MeterRegistry> meters) {
        Guides guides = new Guides(() -> roads.planner().courses(), chosen(Meters.of(meters)), REAL_TIME);
        roads.whenRenewed(guides::renew);
        return new DriverQueries(
                board, feed::listeningSince, shifts, guides, () -> roads.now().pursuit(), REAL_TIME);
    }

    private static Consumer<Reason> chosen(MeterRegistry meters) {
        Map<Reason, Counter> counters = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values())
            counters.put(
                    reason,
                    Counter.builder("hansom.ways.chosen")
                            .description("ways chosen for drivers with an order, by why the one before was given up")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        return reason -> Objects.requireNonNull(counters.get(reason)).increment();
    }

    @Bean
    CarQueries carQueries(Cars cars, Board board, Roads roads, Secrets secrets) {
        return new CarQueries(cars, board, roads, new KeyedHash(secrets.bytes("nearby-cars")), REAL_TIME);
    }

    @Bean
    CityCars cityCars(Cars cars, Board board, Shifts shifts, ServedRoads roads, Secrets secrets) {
        Trails trails = new Trails(() -> roads.now().bends(VehicleType.CAR), REAL_TIME);
        Nameless nameless = new Nameless(new KeyedHash(secrets.bytes("nearby-cars")), REAL_TIME);
        return new CityCars(cars, board, shifts, trails, nameless);
    }

    @Bean
    H3Core hexagons() {
        try {
            return H3Core.newInstance();
        } catch (IOException unpacked) {
            throw new UncheckedIOException("the library of hexagons cannot be loaded", unpacked);
        }
    }

    @Bean
    DemandMeter demandMeter(Cars cars, H3Core hexagons, BusinessClock businessClock) {
        return new DemandMeter(cars, hexagons, businessClock);
    }

    @Bean
    TripPoints tripPoints(StatefulRedisConnection<String, String> redis, Keys keys, BusinessClock businessClock) {
        return new StreamedPoints(redis, keys, REAL_TIME, businessClock);
    }
}
