package hansom.bench.road;

import hansom.contract.geo.Point;
import hansom.contract.missing.MissingRoad;
import hansom.geo.missing.Gathering;
import hansom.geo.missing.MissingConfiguration;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.track.Stray;
import hansom.geo.track.TrackConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Trips on a whole map, told by phones that err, halt, fall silent and are led astray between walls; what they say is matched on a copy of the map
 * from which roads were cut, and what that reports is held against what was cut.
 */
public final class Lacking {
    private static final int DRIVERS = 5;
    private static final int TRIPS_A_DRIVER = 5;
    private static final int TRIPS_A_ROAD = 25;
    private static final int TRIPS_A_CANYON = 40;
    private static final int EVERY_SECONDS = 5;
    private static final double NOISE_METRES = 8;
    private static final double LEAST_METRES = 80;
    /** A place lies on a line that is no farther than this. */
    private static final double SAME_METRES = 25;

    private static final double MOSTLY = 0.7;
    private static final Instant BEGUN = Instant.parse("2026-05-04T12:00:00Z");

    private final Path extract;
    private final RandomGenerator random;
    private List<Line> lines = List.of();
    private int[] drivers = new int[0];
    private List<Street> cut = List.of();

    /**
     * Roads that were cut; of them those that enough drivers drove, and found of these, in roads and in metres; lines that were reported, and of them
     * those that lie where roads were cut, and those that lie where too few drove; and how many trips strayed.
     */
    public record Found(
            int cut,
            int driven,
            int found,
            double drivenMetres,
            double foundMetres,
            int reported,
            int right,
            int ofFew,
            int strayed,
            List<Wrong> wrong) {
        public Found {
            wrong = List.copyOf(wrong);
        }
    }

    /** A line that was reported where no road was cut: of what kind, where its middle is, after how many trips, and how long. */
    public record Wrong(String kind, double lat, double lng, int trips, double metres) {
        static Wrong of(MissingRoad road) {
            Point middle = road.line().get(road.line().size() / 2);
            return new Wrong(
                    road.kind().name(),
                    middle.lat(),
                    middle.lng(),
                    road.trips(),
                    road.length().metres());
        }
    }

    public Lacking(Path extract, RandomGenerator random) {
        this.extract = extract;
        this.random = random;
    }

    public Found of(int number, Path folder) throws IOException {
        Trips trips;
        Set<Long> drivable;
        try (OpenMap whole = OpenMap.of(Optional.of(extract), folder)) {
            trips = new Trips(whole, random);
            lines = trips.drawn(number);
            drivable = whole.network().alongside().drivable();
        }
        drivers = random.ints(number, 0, Math.max(DRIVERS, number / TRIPS_A_DRIVER))
                .toArray();
        cut = cut(Street.of(extract, drivable), Math.max(2, number / TRIPS_A_ROAD));
        Path without = folder.resolve("without.osm.gz");
        CutMap.write(extract, cut.stream().map(street -> street.id).collect(Collectors.toSet()), without);
        Canyons canyons = new Canyons(number / TRIPS_A_CANYON, lines, random);
        int strayed = 0;
        try (OpenMap map = OpenMap.of(Optional.of(without), folder)) {
            Gathering gathering = MissingConfiguration.gathering(map.folder(), map.network());
            var matcher = TrackConfiguration.matcher(map.network(), RoadConfiguration.planner(map.network()));
            for (int trip = 0; trip < number; trip++) {
                List<Stray> strays = matcher.apply(
                                canyons.heard(trips.recorded(lines.get(trip), EVERY_SECONDS, NOISE_METRES, false)))
                        .strays();
                if (!strays.isEmpty()) strayed++;
                gathering.drove(strays, drivers[trip], trip, BEGUN.plusSeconds(trip));
            }
            return held(gathering.roads().roads(), strayed);
        }
    }

    /** As many that enough drivers drove as others that somebody did. */
    private List<Street> cut(List<Street> streets, int number) {
        List<Street> drawn = new ArrayList<>(streets);
        Collections.shuffle(drawn, random);
        List<Street> many = new ArrayList<>();
        List<Street> few = new ArrayList<>();
        for (Street street : drawn) {
            if (many.size() >= number / 2 && few.size() >= number - number / 2) break;
            pass(street);
            boolean enough = street.metresPassedBy(DRIVERS) >= LEAST_METRES;
            List<Street> kind = enough ? many : few;
            int most = enough ? number / 2 : number - number / 2;
            if (kind.size() < most && street.metresPassedBy(1) >= LEAST_METRES) kind.add(street);
        }
        many.addAll(few);
        return many;
    }

    private void pass(Street street) {
        Point middle = street.line.at(street.line.metres() / 2);
        double reach = street.line.metres();
        for (int trip = 0; trip < lines.size(); trip++) {
            Line line = lines.get(trip);
            if (line.distance(middle) <= reach) street.pass(line, drivers[trip]);
        }
    }

    private Found held(List<MissingRoad> roads, int strayed) {
        List<Line> reported = roads.stream().map(road -> new Line(road.line())).toList();
        int driven = 0;
        int found = 0;
        double drivenMetres = 0;
        double foundMetres = 0;
        for (Street street : cut) {
            if (street.metresPassedBy(DRIVERS) < LEAST_METRES) continue;
            List<Point> known = street.passedBy(DRIVERS);
            long there = known.stream().filter(place -> isOn(place, reported)).count();
            driven++;
            if (there >= MOSTLY * known.size()) found++;
            drivenMetres += street.metresPassedBy(DRIVERS);
            foundMetres += street.metresPassedBy(DRIVERS) * there / known.size();
        }
        List<Line> all = cut.stream().map(street -> street.line).toList();
        List<Wrong> wrong = new ArrayList<>();
        int ofFew = 0;
        for (int i = 0; i < reported.size(); i++) {
            List<Point> places = reported.get(i).sampled();
            if (places.stream().filter(place -> isOn(place, all)).count() < MOSTLY * places.size())
                wrong.add(Wrong.of(roads.get(i)));
            else if (places.stream().filter(this::isOfFew).count() > MOSTLY * places.size()) ofFew++;
        }
        return new Found(
                cut.size(),
                driven,
                found,
                drivenMetres,
                foundMetres,
                reported.size(),
                reported.size() - wrong.size(),
                ofFew,
                strayed,
                wrong);
    }

    private static boolean isOn(Point place, List<Line> lines) {
        return lines.stream().anyMatch(line -> line.distance(place) <= SAME_METRES);
    }

    /** Whether no place of a cut road near by was passed by enough drivers. */
    private boolean isOfFew(Point place) {
        return cut.stream()
                .filter(street -> street.line.distance(place) <= SAME_METRES)
                .noneMatch(street -> street.passedBy(DRIVERS).stream()
                        .anyMatch(known -> Line.apart(known, place) <= 2 * SAME_METRES));
    }
}
