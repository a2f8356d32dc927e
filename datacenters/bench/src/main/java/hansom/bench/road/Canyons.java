package hansom.bench.road;

import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Places between high walls: every phone that comes by says that it is somewhere else, each time by the same metres in the same direction. */
final class Canyons {
    private static final double LEAST_REACH = 60;
    private static final double MOST_REACH = 150;
    private static final double LEAST_WRONG = 15;
    private static final double MOST_WRONG = 60;

    private final List<Canyon> all = new ArrayList<>();

    private record Canyon(Point middle, double reach, double north, double east) {}

    /** So many, each on the way of one of the trips. */
    Canyons(int number, List<Line> trips, RandomGenerator random) {
        while (all.size() < number) {
            Line trip = trips.get(random.nextInt(trips.size()));
            double wrong = random.nextDouble(LEAST_WRONG, MOST_WRONG);
            double turned = random.nextDouble(2 * Math.PI);
            all.add(new Canyon(
                    trip.at(random.nextDouble() * trip.metres()),
                    random.nextDouble(LEAST_REACH, MOST_REACH),
                    wrong * Math.cos(turned),
                    wrong * Math.sin(turned)));
        }
    }

    List<DriverPosition> heard(List<DriverPosition> said) {
        return said.stream().map(this::heard).toList();
    }

    private DriverPosition heard(DriverPosition said) {
        for (Canyon canyon : all)
            if (Line.apart(canyon.middle, said.point()) <= canyon.reach)
                return new DriverPosition(
                        said.driverId(),
                        Line.beside(said.point(), canyon.north, canyon.east),
                        said.at(),
                        said.heading(),
                        said.speed());
        return said;
    }
}
