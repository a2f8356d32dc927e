package hansom.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.ShowTraffic;
import hansom.contract.geo.Point;
import hansom.contract.geo.RoadTraffic;
import hansom.contract.geo.RoadTraffic.Level;
import hansom.contract.geo.RoadTraffic.Slow;
import hansom.geo.testing.Monaco;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowRoadsTest {
    private static final ShowTraffic ALL = new ShowTraffic(new Point(43.72, 7.40), new Point(43.76, 7.45));

    private final AtomicReference<List<List<Point>>> closed = new AtomicReference<>(List.of());
    private final RoadNetwork network = RoadConfiguration.network(Monaco.folder(), closed::get);
    private final SlowRoads roads = new SlowRoads(network);

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void showsNothingWhereTheRoadsAreFree() {
        assertThat(roads.within(ALL)).isEqualTo(new RoadTraffic(network.name(network.now()), List.of()));
    }

    @Test
    void showsHowSlowEachDirectionIs() {
        int street = street();
        float[] slowness = new float[network.stretches().keys()];
        for (int key = 0; key < slowness.length; key++)
            slowness[key] = key == street ? 2.6f : key == (street ^ 1) ? 1.6f : 1.4f;
        network.heed(() -> Paces.of(slowness, slowness));
        RoadTraffic traffic = roads.within(ALL);
        assertThat(traffic.stretches()).extracting(Slow::level).containsExactly(Level.JAMMED, Level.SLOW);
        List<Point> line = Polyline.decode(traffic.stretches().getFirst().polyline());
        Lines lines = new Lines(network.graph());
        assertThat(line.getFirst().straightTo(lines.at(new Foothold(street, 0))).metres())
                .isLessThanOrEqualTo(1);
        assertThat(line.getLast().straightTo(lines.at(new Foothold(street, 1))).metres())
                .isLessThanOrEqualTo(1);
        Point end = line.getLast();
        ShowTraffic elsewhere = new ShowTraffic(new Point(end.lat() + 0.01, 7.40), new Point(43.76, 7.45));
        assertThat(roads.within(elsewhere).stretches()).isEmpty();
    }

    /** A street that both directions may use and that has no twin. */
    private int street() {
        for (int key = 0; key < network.stretches().keys(); key += 2) {
            boolean twoWay =
                    network.stretches().drivable(key) && network.stretches().drivable(key ^ 1);
            if (twoWay
                    && network.twins().keys(key).length == 1
                    && network.now().of(VehicleType.CAR).roads().metres(key) > 50) return key;
        }
        throw new AssertionError("no street has two directions");
    }

    @Test
    void showsWhatIsClosedFirst() {
        closed.set(List.of(Monaco.SQUARE));
        network.publish();
        RoadTraffic traffic = roads.within(ALL);
        assertThat(traffic.stretches()).isNotEmpty().allMatch(slow -> slow.level() == Level.CLOSED);
        assertThat(traffic.map()).isEqualTo(network.name(network.now()));
    }

    @Test
    void refusesCornersTheWrongWayRound() {
        assertThatThrownBy(() -> roads.within(new ShowTraffic(ALL.northEast(), ALL.southWest())))
                .isInstanceOf(QueryExecutionException.class);
    }
}
