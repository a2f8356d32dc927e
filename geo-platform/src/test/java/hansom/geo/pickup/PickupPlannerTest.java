package hansom.geo.pickup;

import static hansom.geo.pickup.SmallTown.BLOCK;
import static hansom.geo.pickup.SmallTown.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.contract.geo.GeoQuery.FindPickupPoints;
import hansom.contract.geo.PickupPoints;
import hansom.contract.geo.PickupPoints.PickupPoint;
import hansom.contract.geo.PickupPoints.Side;
import hansom.contract.geo.PickupPoints.Source;
import hansom.contract.geo.Point;
import hansom.geo.map.MapConfiguration;
import hansom.geo.map.MapFolder;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each block of the small town is another trouble for who orders a car there. */
class PickupPlannerTest {
    private static final Map<String, String> MAIN = Map.of("entrance", "main");
    private static final Map<String, String> FOOTWAY = Map.of("highway", "footway");

    @TempDir
    static Path folder;

    private static RoadNetwork network;
    private static PickupMap map;
    private static volatile List<List<Point>> closed = List.of();
    private static long plainHouse;

    private Stops stops;
    private PickupPlanner planner;

    @BeforeAll
    static void build() throws IOException {
        SmallTown town = new SmallTown();
        onAPedestrianStreet(town);
        inACourtyard(town);
        behindARiver(town);
        onAnAvenue(town);
        aStation(town);
        withoutADoor(town);
        onAnIsland(town);
        onASquare(town);
        MapFolder built = open(town, "town");
        network = RoadConfiguration.network(built, () -> closed);
        map = PickupMap.open(built.folder(new PickupLayer()));
    }

    private static MapFolder open(SmallTown town, String name) throws IOException {
        Path file = town.write(folder.resolve(name + ".osm"));
        return new MapFolder(MapConfiguration.extract(file.toString()), folder.resolve(name));
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @BeforeEach
    void make() {
        stops = new Stops();
        planner = new PickupPlanner(map, RoadConfiguration.kerbs(network), stops);
    }

    /** Between columns 0 and 1, rows 0 and 1: a house 40 m from a street at its back, its door on a street without cars. */
    private static void onAPedestrianStreet(SmallTown town) {
        town.way(Map.of("highway", "pedestrian", "name", "Lane"), town.onRow(0, 60), town.onRow(1, 60));
        town.house(
                Map.of("building", "yes", "addr:street", "Lane", "addr:housenumber", "7"),
                MAIN,
                50,
                60,
                50,
                90,
                40,
                90,
                40,
                60);
    }

    /** Between columns 1 and 2: a house around a yard that is open to the south, a street close behind its northern wing. */
    private static void inACourtyard(SmallTown town) {
        long door = town.node(BLOCK + 75, 120, MAIN);
        town.way(
                Map.of("building", "apartments"),
                ring(
                        town.node(BLOCK + 40, 60, Map.of()),
                        town.node(BLOCK + 40, 140, Map.of()),
                        town.node(BLOCK + 110, 140, Map.of()),
                        town.node(BLOCK + 110, 60, Map.of()),
                        town.node(BLOCK + 90, 60, Map.of()),
                        town.node(BLOCK + 90, 120, Map.of()),
                        door,
                        town.node(BLOCK + 60, 120, Map.of()),
                        town.node(BLOCK + 60, 60, Map.of())));
        town.way(FOOTWAY, town.node(BLOCK + 75, 115, Map.of()), town.onRow(0, BLOCK + 75));
    }

    private static long[] ring(long... corners) {
        long[] ring = java.util.Arrays.copyOf(corners, corners.length + 1);
        ring[corners.length] = corners[0];
        return ring;
    }

    /** Between columns 2 and 3: a door 20 m from column 2, and a river between them; the path along the river leads to row 0. */
    private static void behindARiver(SmallTown town) {
        double west = 2 * BLOCK;
        town.way(Map.of("waterway", "river"), town.node(west + 10, 5, Map.of()), town.node(west + 10, 145, Map.of()));
        town.house(Map.of("building", "yes"), MAIN, west + 20, 80, west + 20, 100, west + 40, 100, west + 40, 80);
        town.way(FOOTWAY, town.node(west + 15, 90, Map.of()), town.onRow(0, west + 15));
    }

    /** West of column 4, which is a primary road with one crossing: a door 10 m beside it. */
    private static void onAnAvenue(SmallTown town) {
        double road = 4 * BLOCK;
        town.widen(4, "primary");
        town.onColumn(4, 110, Map.of("highway", "crossing"));
        town.house(
                Map.of("building", "yes", "addr:street", "Column 4", "addr:housenumber", "12"),
                MAIN,
                road - 10,
                65,
                road - 10,
                85,
                road - 40,
                85,
                road - 40,
                65);
    }

    /** Between columns 5 and 6: a station with three named exits. */
    private static void aStation(SmallTown town) {
        double west = 5 * BLOCK;
        town.node(west + 75, 75, Map.of("railway", "station", "name", "Mitte", "name:ru", "Центр"));
        town.node(west + 75, 8, Map.of("railway", "subway_entrance", "ref", "A"));
        town.node(west + 75, 142, Map.of("railway", "subway_entrance", "ref", "B"));
        town.node(west + 142, 75, Map.of("railway", "subway_entrance", "name", "Bakers' Gate"));
    }

    /** Between rows 1 and 2: a house whose doors nobody has mapped. */
    private static void withoutADoor(SmallTown town) {
        plainHouse = town.ring(
                Map.of("building", "yes", "addr:street", "Row 1", "addr:housenumber", "3"),
                60,
                BLOCK + 20,
                90,
                BLOCK + 20,
                90,
                BLOCK + 60,
                60,
                BLOCK + 60);
    }

    /** Between rows 2 and 3: a house and a path around it, and water all around these. */
    private static void onAnIsland(SmallTown town) {
        double south = 2 * BLOCK;
        town.house(Map.of("building", "yes"), MAIN, 60, south + 60, 60, south + 80, 90, south + 80, 90, south + 60);
        town.ring(FOOTWAY, 55, south + 55, 95, south + 55, 95, south + 85, 55, south + 85);
        town.ring(Map.of("natural", "water"), 45, south + 45, 105, south + 45, 105, south + 95, 45, south + 95);
    }

    /** Between rows 3 and 4: a square; a door at its corner in the south-east, the only street at that in the north-west, a kiosk on it. */
    private static void onASquare(SmallTown town) {
        double south = 3 * BLOCK;
        long door = town.node(120, south + 30, MAIN);
        long gate = town.node(30, south + 120, Map.of());
        town.way(
                Map.of("highway", "pedestrian", "area", "yes"),
                ring(town.node(30, south + 30, Map.of()), door, town.node(120, south + 120, Map.of()), gate));
        town.way(FOOTWAY, gate, town.onColumn(0, south + 120, Map.of()));
        town.way(
                Map.of("building", "yes"),
                ring(door, town.node(128, south + 28, Map.of()), town.node(122, south + 22, Map.of())));
        fence(town, south);
    }

    /** Around the square but for its gate, so that nobody steps off it elsewhere. */
    private static void fence(SmallTown town, double south) {
        long[] corners = {
            town.node(25, south + 115, Map.of()),
            town.node(25, south + 15, Map.of()),
            town.node(135, south + 15, Map.of()),
            town.node(135, south + 125, Map.of()),
            town.node(25, south + 125, Map.of())
        };
        town.way(Map.of("barrier", "wall"), corners);
    }

    private PickupPoints at(double x, double y) {
        return planner.plan(new FindPickupPoints(point(x, y), null, null, "en"));
    }

    private PickupPoint first(double x, double y) {
        return at(x, y).points().getFirst();
    }

    @Test
    void walksFromTheDoorAndNotFromTheWall() {
        PickupPoint best = first(45, 75);
        assertThat(best.source()).isEqualTo(Source.ENTRANCE);
        assertThat(best.entrance()).isNotNull();
        assertThat(best.entrance().straightTo(point(50, 75)).metres()).isZero();
        assertThat(best.street()).startsWith("Row ");
        assertThat(best.walk().metres()).isBetween(75L, 100L);
        assertThat(best.label()).isEqualTo("Main entrance, " + best.street());
    }

    @Test
    void leavesACourtyardByItsGateway() {
        PickupPoint best = first(BLOCK + 75, 110);
        assertThat(best.street()).isEqualTo("Row 0");
        assertThat(best.walk().metres()).isBetween(105L, 130L);
    }

    @Test
    void walksStraightOverASquare() {
        PickupPoint best = first(124, 3 * BLOCK + 26);
        assertThat(best.street()).isEqualTo("Column 0");
        // The diagonal is 127 m long, the way around 180 m, and 30 m lead from the gate to the street.
        assertThat(best.walk().metres()).isBetween(150L, 170L);
    }

    @Test
    void crossesNoRiver() {
        PickupPoint best = first(2 * BLOCK + 30, 90);
        assertThat(best.street()).isEqualTo("Row 0");
        assertThat(best.walk().metres()).isBetween(85L, 110L);
    }

    @Test
    void staysOnTheSideOfALargeRoadOnWhichTheDoorIs() {
        PickupPoint best = first(4 * BLOCK - 20, 75);
        assertThat(best.label()).isEqualTo("Main entrance, Column 4 12");
        assertThat(best.heading()).isCloseTo(180, org.assertj.core.data.Offset.offset(1));
        assertThat(best.side()).isEqualTo(Side.NEAR);
        assertThat(best.walk().metres()).isLessThan(25);
        assertThat(best.point().lng()).isLessThan(point(4 * BLOCK, 0).lng());
    }

    @Test
    void crossesALargeRoadOnlyWhereThatIsCrossed() {
        List<PickupPoint> points = planner.plan(
                        new FindPickupPoints(point(4 * BLOCK - 20, 75), null, point(4 * BLOCK, 7 * BLOCK), "ru"))
                .points();
        PickupPoint across = points.stream()
                .filter(point -> point.street().equals("Column 4") && point.heading() < 90)
                .findFirst()
                .orElseThrow();
        assertThat(across.side()).isEqualTo(Side.OPPOSITE);
        assertThat(across.label()).isEqualTo("Другая сторона: Column 4 12");
        // Ten metres to the road and thirty-five along it to the crossing, whatever lies opposite.
        assertThat(across.walk().metres()).isGreaterThan(44);
    }

    @Test
    void offersTheNamedExitsOfAStation() {
        PickupPoints offered = at(5 * BLOCK + 80, 70);
        assertThat(offered.zone()).isEqualTo("Mitte");
        assertThat(offered.points())
                .extracting(PickupPoint::label)
                .containsExactlyInAnyOrder("Exit A, Row 0", "Exit B, Row 1", "Bakers' Gate, Column 6");
        PickupPoints russian = planner.plan(new FindPickupPoints(point(5 * BLOCK + 80, 70), null, null, "ru"));
        assertThat(russian.zone()).isEqualTo("Центр");
        assertThat(russian.points()).extracting(PickupPoint::label).contains("Выход A, Row 0");
    }

    @Test
    void walksFromTheOutlineOfAHouseWithoutDoors() {
        PickupPoint best = planner.plan(new FindPickupPoints(point(75, BLOCK + 40), "w" + plainHouse, null, "en"))
                .points()
                .getFirst();
        assertThat(best.source()).isEqualTo(Source.OUTLINE);
        assertThat(best.label()).isEqualTo("Row 1 3");
        assertThat(best.entrance()).isNull();
        assertThat(best.walk().metres()).isLessThan(30);
    }

    @Test
    void prefersWhereFiveDriversStopped() {
        Point corner = point(147, BLOCK + 40);
        for (int driver = 1; driver <= 5; driver++) {
            assertThat(first(75, BLOCK + 40).source()).isEqualTo(Source.OUTLINE);
            stops.boarded(driver, corner, Instant.ofEpochSecond(driver));
        }
        PickupPoint best = first(75, BLOCK + 40);
        assertThat(best.source()).isEqualTo(Source.STOPS);
        assertThat(best.street()).isEqualTo("Column 1");
    }

    @Test
    void keepsAwayFromClosedRoads() {
        closed = List.of(List.of(point(0.5, -5), point(BLOCK - 0.5, -5), point(BLOCK - 0.5, 5), point(0.5, 5)));
        network.publish();
        try {
            assertThat(at(45, 75).points()).extracting(PickupPoint::street).doesNotContain("Row 0");
        } finally {
            closed = List.of();
            network.publish();
        }
    }

    @Test
    void saysWhyThereIsNone() {
        refused(new FindPickupPoints(new Point(55.7558, 37.6173), null, null, "en"), "outside_service_area");
        refused(new FindPickupPoints(new Point(25.005, 60.005), null, null, "en"), "coordinates_swapped");
        refused(new FindPickupPoints(point(75, 2 * BLOCK + 70), null, null, "en"), "unreachable");
    }

    private void refused(FindPickupPoints asked, String code) {
        assertThatThrownBy(() -> planner.plan(asked))
                .isInstanceOf(QueryExecutionException.class)
                .hasMessage(code);
    }

    @Test
    void drivesOnTheLeftWhereOthersDo() throws IOException {
        SmallTown town = new SmallTown();
        town.widen(4, "primary");
        town.house(Map.of("building", "yes", "addr:country", "GB"), MAIN, 590, 65, 590, 85, 560, 85, 560, 65);
        MapFolder built = open(town, "left");
        try (RoadNetwork roads = RoadConfiguration.network(built, List::of)) {
            PickupPoint best = PickupConfiguration.queries(built, roads)
                    .handle(new FindPickupPoints(point(570, 75), null, null, "en"))
                    .points()
                    .getFirst();
            assertThat(best.street()).isEqualTo("Column 4");
            assertThat(best.heading()).isLessThan(2);
        }
    }
}
