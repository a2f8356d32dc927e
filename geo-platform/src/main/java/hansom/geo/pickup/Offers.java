package hansom.geo.pickup;

import hansom.contract.geo.PickupPoints.Source;
import hansom.contract.geo.Point;
import hansom.geo.pickup.Footways.Foothold;
import hansom.geo.pickup.Origin.Start;
import hansom.geo.pickup.Plane.Spot;
import hansom.geo.road.Kerbs;
import hansom.geo.road.Kerbs.Kerb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kerbs around an origin, weighed: the walk, how soon the car is away from there, and who gave up waiting there before. */
final class Offers {
    private static final double REACH_METRES = 300;
    private static final double LIMIT_SECONDS = 420;
    private static final double WORSE_SECONDS = 300;
    private static final int WEIGHED = 12;
    private static final double FOUR_WINDS_METRES = 1_500;
    private static final double NO_WAY_SECONDS = 600;
    private static final double YARD_SECONDS = 20;
    private static final double OTHER_STREET_SECONDS = 40;
    private static final double GIVEN_UP_SECONDS = 240;
    /** Where nothing was learned, a kerb where drivers stop is better by that. */
    private static final double KNOWN_STOP_SECONDS = 120;

    private final PickupMap map;
    private final Kerbs kerbs;
    private final Stops stops;
    private final Plane plane;

    Offers(PickupMap map, Kerbs kerbs, Stops stops, Plane plane) {
        this.map = map;
        this.kerbs = kerbs;
        this.stops = stops;
        this.plane = plane;
    }

    /** The best first; none when no way on foot leads to one. */
    List<Offer> of(Origin origin, @Nullable Point towards) {
        List<Offer> weighed = new ArrayList<>(turned(different(reached(origin)), towards));
        weighed.sort(Comparator.comparingDouble(Offer::against));
        return weighed;
    }

    private List<Offer> reached(Origin origin) {
        List<Walks.Source> sources = sources(origin);
        if (sources.isEmpty()) return List.of();
        Walks walks = new Walks(map.ways(), map.sight(), plane, sources, LIMIT_SECONDS);
        KerbWalks ends = new KerbWalks(map.ways(), map.sight(), plane, walks, map.left());
        List<Kerb> around = new ArrayList<>(kerbs.around(plane.point(middle(sources)), REACH_METRES));
        around.sort(Comparator.comparingDouble(kerb -> straight(kerb, sources)));
        List<Offer> offers = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (Kerb kerb : around) {
            if (2 * Footing.PATH.seconds(straight(kerb, sources)) > best + WORSE_SECONDS) break;
            @Nullable Offer offer = ends.to(kerb);
            if (offer == null) continue;
            best = Math.min(best, offer.against());
            offers.add(offer.and(drawbacks(origin, offer)));
        }
        return offers;
    }

    private List<Walks.Source> sources(Origin origin) {
        List<Walks.Source> sources = new ArrayList<>();
        for (int number = 0; number < origin.starts().size(); number++) {
            Start start = origin.starts().get(number);
            for (Foothold onto : map.thresholds().of(plane, start.spot(), start.door()))
                sources.add(new Walks.Source(start.spot(), onto, start.seconds(), number));
        }
        return sources;
    }

    private static Spot middle(List<Walks.Source> sources) {
        double x = sources.stream()
                .mapToDouble(source -> source.spot().x())
                .average()
                .orElse(0);
        double y = sources.stream()
                .mapToDouble(source -> source.spot().y())
                .average()
                .orElse(0);
        return new Spot(x, y);
    }

    private double straight(Kerb kerb, List<Walks.Source> sources) {
        Spot spot = plane.spot(kerb.onRoad());
        return sources.stream()
                .mapToDouble(source -> source.spot().to(spot))
                .min()
                .orElse(0);
    }

    private double drawbacks(Origin origin, Offer offer) {
        Stops.@Nullable Stop stop = stops.at(plane.point(offer.spot()));
        double against = offer.kerb().yard() ? YARD_SECONDS : 0;
        if (stop != null) against += GIVEN_UP_SECONDS * stop.givenUpShare();
        if (origin.source() == Source.ENTRANCE) return against;
        if (stop != null) against -= KNOWN_STOP_SECONDS;
        boolean elsewhere = !origin.called().street().isEmpty()
                && !Labels.isLike(offer.kerb().street(), origin.called().street());
        return elsewhere ? against + OTHER_STREET_SECONDS : against;
    }

    private static List<Offer> different(List<Offer> offers) {
        List<Offer> different = new ArrayList<>();
        offers.stream().sorted(Comparator.comparingDouble(Offer::against)).forEach(offer -> {
            if (different.size() < WEIGHED && different.stream().noneMatch(offer::isLike)) different.add(offer);
        });
        return different;
    }

    /** With how much longer it takes from each kerb than from the best to where the ride leads, or to the four winds when that is unknown. */
    private List<Offer> turned(List<Offer> offers, @Nullable Point towards) {
        List<Kerb> all = offers.stream().map(Offer::kerb).toList();
        List<Point> targets = towards != null
                ? List.of(towards)
                : List.of(
                        plane.point(new Spot(0, FOUR_WINDS_METRES)),
                        plane.point(new Spot(FOUR_WINDS_METRES, 0)),
                        plane.point(new Spot(0, -FOUR_WINDS_METRES)),
                        plane.point(new Spot(-FOUR_WINDS_METRES, 0)));
        double[] longer = new double[offers.size()];
        int heard = 0;
        for (Point target : targets) {
            List<Optional<Duration>> away = kerbs.away(all, target);
            double least = away.stream()
                    .flatMap(Optional::stream)
                    .mapToDouble(Offers::seconds)
                    .min()
                    .orElse(Double.NaN);
            if (Double.isNaN(least)) continue;
            heard++;
            for (int i = 0; i < longer.length; i++)
                longer[i] += away.get(i).map(Offers::seconds).orElse(least + NO_WAY_SECONDS) - least;
        }
        List<Offer> turned = new ArrayList<>();
        for (int i = 0; i < longer.length; i++) turned.add(offers.get(i).and(heard == 0 ? 0 : longer[i] / heard));
        return turned;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
