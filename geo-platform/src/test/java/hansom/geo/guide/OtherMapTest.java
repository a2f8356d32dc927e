package hansom.geo.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.GuideDriver;
import hansom.contract.geo.Guidance;
import hansom.contract.geo.Guidance.Reason;
import hansom.contract.geo.Point;
import hansom.geo.map.MapFolder;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.ServedRoads;
import hansom.geo.road.Start;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.HandClock;
import hansom.geo.testing.Monaco;
import hansom.geo.testing.Redrawn;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Drivers are on their ways when the map is updated. */
class OtherMapTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final DriverId BEN = Drivers.driver(1);
    private static final DriverId MIA = Drivers.driver(2);

    private final HandClock clock = new HandClock(NOON);
    private final ServedRoads roads = RoadConfiguration.served(Monaco.folder(), List::of, clock);
    private final Guides guides = new Guides(() -> roads.planner().courses(), _ -> {}, clock);

    @AfterEach
    void close() {
        roads.close();
    }

    /** Ben's way leads over the streets that are gone, Mia's does not. */
    @Test
    void keepsAWayWhoseRoadsAreTheSameAndSaysWhyAnotherIsNew() {
        Guidance bens = guide(BEN, Monaco.FONTVIEILLE, Monaco.CASINO);
        Guidance mias = guide(MIA, Monaco.CASINO, Monaco.LARVOTTO);
        assertThat(away(bens)).isLessThan(20);
        assertThat(away(mias)).isGreaterThan(100);
        renewWith(Redrawn.folder());
        Guidance bensNow = guide(BEN, Monaco.FONTVIEILLE, Monaco.CASINO);
        Guidance miasNow = guide(MIA, Monaco.CASINO, Monaco.LARVOTTO);
        assertThat(bensNow.reason()).isEqualTo(Reason.MAP_CHANGED);
        assertThat(bensNow.number()).isGreaterThan(bens.number());
        assertThat(away(bensNow)).isGreaterThan(away(bens));
        assertThat(bensNow.map()).startsWith(Redrawn.folder().extract().hash());
        assertThat(miasNow.number()).isEqualTo(mias.number());
        assertThat(line(miasNow)).isEqualTo(line(mias));
        assertThat(miasNow.map()).startsWith(Redrawn.folder().extract().hash());
    }

    /** Also where the driver does not ask any more. */
    @Test
    void letsGoOfTheRoadsThatAreServedNoMore() {
        roads.whenRenewed(guides::renew);
        guide(BEN, Monaco.CASINO, Monaco.LARVOTTO);
        WeakReference<RoadNetwork> before = new WeakReference<>(roads.now());
        renewWith(Redrawn.folder());
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            System.gc();
            return before.get() == null;
        });
    }

    private void renewWith(MapFolder map) {
        roads.open(map).serve();
    }

    private Guidance guide(DriverId driver, Point from, Point to) {
        return guides.guide(
                new GuideDriver(driver, List.of(to), VehicleType.CAR, "en", false, null),
                Drivers.at(driver, from, clock.instant()),
                Start.at(from));
    }

    private static List<Point> line(Guidance guidance) {
        return Polyline.decode(Objects.requireNonNull(guidance.route()).polyline());
    }

    private static double away(Guidance guidance) {
        return line(guidance).stream()
                .mapToDouble(point -> point.straightTo(Redrawn.gone()).metres())
                .min()
                .orElseThrow();
    }
}
