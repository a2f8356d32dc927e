package hansom.bench.road;

import hansom.bench.road.OpenMap.Table;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import hansom.geo.road.Oracles;
import hansom.geo.road.Oracles.Flexible;
import hansom.geo.road.Start;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Fast answers held against two slow searches, one of which shares nothing with ours but the times. */
public final class Exactness {
    private static final int DRIVERS = 100;
    private static final double AROUND_METRES = 4_000;
    /** What GraphHopper rounds otherwise than we do, on each piece of road and at both ends. */
    private static final double ROUNDED_SECONDS = 0.001;

    private final OpenMap map;
    private final RandomGenerator random;

    /** How many answers were held against a search, how many had a way, and how many differ. */
    public record Held(int answers, int ways, int plainDiffers, int flexibleDiffers, double mostSeconds) {
        private static final Held NONE = new Held(0, 0, 0, 0, 0);

        private Held and(Held other) {
            return new Held(
                    answers + other.answers,
                    ways + other.ways,
                    plainDiffers + other.plainDiffers,
                    flexibleDiffers + other.flexibleDiffers,
                    Math.max(mostSeconds, other.mostSeconds));
        }

        public int differ() {
            return plainDiffers + flexibleDiffers;
        }
    }

    public Exactness(OpenMap map, RandomGenerator random) {
        this.map = map;
        this.random = random;
    }

    /** Pairs of all lengths, by the rank that one has in a search from the other, each against both searches. */
    public Held pairs(int pairs) {
        return pairs(pairs, VehicleType.CAR);
    }

    /** The same for lorries, who may not drive everywhere. */
    public Held pairsOfTrucks(int pairs) {
        return pairs(pairs, VehicleType.TRUCK);
    }

    private Held pairs(int pairs, VehicleType vehicle) {
        Held all = Held.NONE;
        while (all.answers() < pairs) {
            Point target = target();
            Oracles now = Oracles.of(map.network());
            all = all.and(both(now, target, now.byRank(target, vehicle), vehicle));
        }
        return all;
    }

    private static Held both(Oracles now, Point target, List<Start> froms, VehicleType vehicle) {
        List<Optional<Duration>> fast = now.roads().times(target, froms, vehicle);
        int differ = 0;
        int ways = 0;
        double most = 0;
        for (int i = 0; i < froms.size(); i++) {
            Optional<Flexible> flexible = now.flexible(froms.get(i), target, vehicle);
            if (fast.get(i).isEmpty() || flexible.isEmpty()) {
                if (fast.get(i).isPresent() != flexible.isPresent()) differ++;
                continue;
            }
            ways++;
            double apart = Math.abs(
                    fast.get(i).get().toMillis() / 1000.0 - flexible.get().seconds());
            most = Math.max(most, apart);
            if (apart > ROUNDED_SECONDS * (flexible.get().pieces() + 1)) differ++;
        }
        return new Held(froms.size(), ways, differing(fast, now.plain(target, froms, vehicle)), differ, most);
    }

    /** Tables of cars that move and stand, against the plain search. */
    public Held tables(int values) {
        Held all = Held.NONE;
        while (all.answers() < values) {
            Table table = map.table(random, DRIVERS, AROUND_METRES);
            List<Start> starts = table.drivers().stream()
                    .map(driver -> map.followed(driver, random.nextBoolean(), random))
                    .toList();
            all = all.and(plain(Oracles.of(map.network()), table.pickup(), starts));
        }
        return all;
    }

    /** Cars on the very stretch of their target, before and behind it, against the plain search. */
    public Held onOneStretch(int values) {
        Held all = Held.NONE;
        while (all.answers() < values) {
            Point target = target();
            Oracles now = Oracles.of(map.network());
            all = all.and(plain(now, target, now.onItsOwnStretch(target, VehicleType.CAR)));
        }
        return all;
    }

    private static Held plain(Oracles now, Point target, List<Start> froms) {
        List<Optional<Duration>> fast = now.roads().times(target, froms, VehicleType.CAR);
        int ways = (int) fast.stream().filter(Optional::isPresent).count();
        return new Held(froms.size(), ways, differing(fast, now.plain(target, froms, VehicleType.CAR)), 0, 0);
    }

    private Point target() {
        return map.table(random, 1, AROUND_METRES).pickup();
    }

    static int differing(List<Optional<Duration>> one, List<Optional<Duration>> other) {
        int differing = 0;
        for (int i = 0; i < one.size(); i++) if (!one.get(i).equals(other.get(i))) differing++;
        return differing;
    }
}
