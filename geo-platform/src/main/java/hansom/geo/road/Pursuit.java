package hansom.geo.road;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.geo.road.Nearby.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows cars along the roads from report to report: first on the stretch where a car was and those after it, and only when it is near
 * none of them among all roads of the map. What is best is weighed as in {@link Tracer}.
 */
public final class Pursuit {
    private static final double SIGMA = 10;
    private static final double ON_ROAD_METRES = 30;
    private static final double LOOK_METRES = 60;
    private static final double STANDING_METRES = 10;
    private static final double FAR_METRES = 1_500;
    private static final Duration LOST = Duration.ofMinutes(5);
    private static final double DRIVING_METRES_A_SECOND = 2;
    /** A candidate that points the other way is as unlikely as one that lies so many sigmas farther. */
    private static final double AGAINST_SIGMAS = 4;

    private final RoadNetwork network;

    Pursuit(RoadNetwork network) {
        this.network = network;
    }

    /** Where the car is after this report; empty where no road is near. Reports come in the order of their times. */
    public Optional<Whereabouts> next(@Nullable Whereabouts before, DriverPosition now, VehicleType vehicle) {
        if (before == null || before.vehicle() != vehicle) return found(null, now, vehicle);
        double straight = before.point().straightTo(now.point()).metres();
        if (straight < STANDING_METRES && before.map().equals(network.hash()))
            return Optional.of(before.still(now.at()));
        if (straight > FAR_METRES || now.at().isAfter(before.heard().plus(LOST))) return found(null, now, vehicle);
        if (!before.map().equals(network.hash())) return found(before, now, vehicle);
        Optional<Whereabouts> ahead = ahead(before, now, straight);
        return ahead.isPresent() ? ahead : found(before, now, vehicle);
    }

    /** The place of a car on these roads, which was followed on those of another map until now; it keeps its direction where it can. */
    public Optional<Whereabouts> again(Whereabouts before, RoadNetwork then, DriverPosition now) {
        return new Likeness(then, network, before.vehicle())
                .place(before.place())
                .map(place -> new Whereabouts(
                        network.hash(),
                        place,
                        before.vehicle(),
                        before.point(),
                        before.at(),
                        before.heard(),
                        before.directed(),
                        false,
                        List.of()))
                .or(() -> found(null, now, before.vehicle()));
    }

    private Optional<Whereabouts> ahead(Whereabouts before, DriverPosition now, double straight) {
        if (!before.directed()) return Optional.empty();
        Ground ground = network.ground(before.vehicle());
        double limit = straight * 2 + 100;
        WayAhead ways = new WayAhead(ground, before.place(), limit);
        double least = Double.POSITIVE_INFINITY;
        int best = -1;
        Foothold place = before.place();
        for (int i = 0; i < ways.size(); i++) {
            Candidate candidate = ground.nearby().on(ways.key(i), now.point());
            double metres = ways.metresTo(i, candidate.place());
            if (candidate.away() > ON_ROAD_METRES || metres < -2 * SIGMA || metres > limit) continue;
            double cost = error(candidate) + (Math.abs(Math.max(0, metres) - straight) + ways.penalty(i)) / SIGMA;
            if (cost >= least) continue;
            least = cost;
            best = i;
            place = metres < 0 ? before.place() : candidate.place();
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(at(place, before.vehicle(), now, true, true, ways.entered(best)));
    }

    private static double error(Candidate candidate) {
        double sigmas = candidate.away() / SIGMA;
        return sigmas * sigmas / 2;
    }

    /** Among all roads; the direction is that in which the phone moves, if it says so, or has moved since the place before. */
    private Optional<Whereabouts> found(@Nullable Whereabouts before, DriverPosition now, VehicleType vehicle) {
        Ground ground = network.ground(vehicle);
        Double heading = heading(before, now);
        List<Candidate> near = ground.nearby().around(now.point(), LOOK_METRES);
        BooleanEncodedValue island = network.island(vehicle);
        Candidate best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Candidate candidate : near) {
            if (network.graph()
                    .getEdgeIteratorStateForKey(candidate.place().key())
                    .get(island)) continue;
            double cost = error(candidate) + (heading == null ? 0 : against(heading, candidate.bearing()));
            if (cost >= least) continue;
            least = cost;
            best = candidate;
        }
        if (best != null) return Optional.of(at(best.place(), vehicle, now, heading != null, false, List.of()));
        return network.snapOpen(now.point(), vehicle)
                .map(snap -> at(Foothold.of(snap), vehicle, now, false, false, List.of()));
    }

    private static double against(double heading, double bearing) {
        return (1 - Math.cos(Math.toRadians(heading - bearing))) / 2 * AGAINST_SIGMAS * AGAINST_SIGMAS / 2;
    }

    private static @Nullable Double heading(@Nullable Whereabouts before, DriverPosition now) {
        Integer said = now.heading();
        Double speed = now.speed();
        if (said != null && speed != null && speed >= DRIVING_METRES_A_SECOND) return said.doubleValue();
        return before == null ? null : (Double) Nearby.bearing(before.point(), now.point());
    }

    private Whereabouts at(
            Foothold place,
            VehicleType vehicle,
            DriverPosition now,
            boolean directed,
            boolean followed,
            List<Integer> driven) {
        Instant at = now.at();
        return new Whereabouts(network.hash(), place, vehicle, now.point(), at, at, directed, followed, driven);
    }
}
