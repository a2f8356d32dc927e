package hansom.geo.pickup;

import hansom.contract.geo.Distance;
import hansom.contract.geo.GeoQuery.FindPickupPoints;
import hansom.contract.geo.PickupPoints;
import hansom.contract.geo.PickupPoints.PickupPoint;
import hansom.contract.geo.PickupPoints.Source;
import hansom.contract.geo.Point;
import hansom.contract.refusal.RefusalCode;
import hansom.geo.pickup.Origin.Start;
import hansom.geo.road.Kerbs;
import hansom.geo.road.Polyline;
import hansom.geo.road.Refusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where a car had better stop for somebody: the best kerb costs him and the car the least time together. */
final class PickupPlanner {
    private static final int MOST = 4;
    private static final int MOST_EXITS = 10;

    private final PickupMap map;
    private final Kerbs kerbs;
    private final Stops stops;

    PickupPlanner(PickupMap map, Kerbs kerbs, Stops stops) {
        this.map = map;
        this.kerbs = kerbs;
        this.stops = stops;
    }

    PickupPoints plan(FindPickupPoints asked) {
        if (!kerbs.covers(asked.at())) throw Refusals.refuse(kerbs.whyNone(asked.at()));
        Plane plane = Plane.at(asked.at());
        Labels labels = new Labels(asked.language());
        Optional<Origins.Zone> zone = map.origins().zone(plane, asked);
        if (zone.isPresent()) {
            List<PickupPoint> exits = exits(plane, asked, zone.get(), labels);
            if (exits.size() > 1) return new PickupPoints(exits, zone.get().name());
        }
        List<PickupPoint> points = points(plane, asked, map.origins().of(plane, asked), labels);
        if (points.isEmpty()) throw Refusals.refuse(RefusalCode.UNREACHABLE);
        return new PickupPoints(points, null);
    }

    /** At each named door its best kerb. */
    private List<PickupPoint> exits(Plane plane, FindPickupPoints asked, Origins.Zone zone, Labels labels) {
        List<PickupPoint> exits = new ArrayList<>();
        for (Map.Entry<String, Origin> door : zone.doors().entrySet()) {
            if (exits.size() == MOST_EXITS) break;
            List<Offer> best = new Offers(map, kerbs, stops, plane).of(door.getValue(), asked.towards());
            if (best.isEmpty()) continue;
            Offer offer = best.getFirst();
            exits.add(point(plane, Source.ENTRANCE, door.getValue(), offer, labels.exit(door.getKey(), offer)));
        }
        return exits;
    }

    private List<PickupPoint> points(Plane plane, FindPickupPoints asked, Origin origin, Labels labels) {
        List<PickupPoint> points = new ArrayList<>();
        for (Offer offer : new Offers(map, kerbs, stops, plane).of(origin, asked.towards())) {
            if (points.size() == MOST) break;
            boolean known = origin.source() != Source.ENTRANCE && stops.at(plane.point(offer.spot())) != null;
            Source source = known ? Source.STOPS : origin.source();
            points.add(point(
                    plane, source, origin, offer, labels.of(source, door(origin, offer), offer, origin.called())));
        }
        return points;
    }

    private static @Nullable Door door(Origin origin, Offer offer) {
        return start(origin, offer).door();
    }

    private static Start start(Origin origin, Offer offer) {
        return origin.starts().get(offer.walk().source().number());
    }

    private static PickupPoint point(Plane plane, Source source, Origin origin, Offer offer, String label) {
        Start start = start(origin, offer);
        @Nullable Door door = start.door();
        List<Point> line = offer.walk().line().stream().map(plane::point).toList();
        return new PickupPoint(
                plane.point(offer.spot()),
                label,
                offer.kerb().street(),
                Distance.ofMetres(Math.round(offer.walk().metres())),
                Duration.ofSeconds(Math.round(offer.walk().seconds() - start.seconds())),
                Polyline.encode(line),
                (int) Math.round(offer.kerb().bearing()) % 360,
                offer.side(),
                source,
                door == null ? null : door.point());
    }
}
