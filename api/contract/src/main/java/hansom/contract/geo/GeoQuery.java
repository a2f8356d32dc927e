package hansom.contract.geo;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked of the map. A refused question fails with a {@link hansom.contract.refusal.Refusal} as its details. */
public sealed interface GeoQuery {

    /** Places whose name begins like the text, nearest and best known first; answered with {@link Places}. */
    record SuggestPlaces(String text, @Nullable Point near, String language, int limit) implements GeoQuery {}

    /** Places that the whole text means; answered with {@link Places}. */
    record SearchPlaces(String text, @Nullable Point near, String language, int limit) implements GeoQuery {}

    /**
     * The houses of a street, named by the id with which it was suggested, whose number begins so, in their order; answered with
     * {@link Places}; refused place_unknown.
     */
    record ListHouses(String street, String prefix, String language, int limit) implements GeoQuery {}

    /** What is at a point known to within {@code accuracyMetres}; answered with {@link Places}. */
    record ReversePlace(Point point, double accuracyMetres, String language) implements GeoQuery {}

    /**
     * The fastest way through 2 to 7 points, closures avoided, begun at {@code departs} or else now; answered with {@link Route}; refused outside_service_area,
     * coordinates_swapped, no_road_near or unreachable.
     */
    record PlanRoute(
            List<Point> points,
            VehicleType vehicle,
            String language,
            boolean withSteps,
            @Nullable Instant departs) implements GeoQuery {
        public PlanRoute {
            points = List.copyOf(points);
        }

        /** Begun now. */
        public PlanRoute(List<Point> points, VehicleType vehicle, String language, boolean withSteps) {
            this(points, vehicle, language, withSteps, null);
        }
    }

    /**
     * The same way for several kinds of vehicle at one moment; answered with {@link Routes}, where each kind has its route or its refusal. Steps are
     * not told.
     */
    record PlanRoutes(
            List<Point> points,
            Set<VehicleType> vehicles,
            String language,
            @Nullable Instant departs) implements GeoQuery {
        public PlanRoutes {
            points = List.copyOf(points);
            vehicles = Set.copyOf(vehicles);
        }
    }

    /**
     * The way that a driver keeps to from where he was last seen through these points, and why it is this one; answered with {@link Guidance}, whose
     * route is left out when {@code known} is its number; refused position_unknown and as {@link PlanRoute} is.
     */
    record GuideDriver(
            DriverId driverId,
            List<Point> through,
            VehicleType vehicle,
            String language,
            boolean withSteps,
            @Nullable Long known)
            implements GeoQuery {
        public GuideDriver {
            through = List.copyOf(through);
        }
    }

    /**
     * Ways to the first of these points that differ from the one that a driver keeps to, each at most a quarter longer in time and on the same roads
     * for at most seven tenths, and on from there as it leads; answered with {@link OtherWays}, empty where there are none; refused as {@link GuideDriver} is.
     */
    record ListOtherWays(DriverId driverId, List<Point> through, VehicleType vehicle, String language)
            implements GeoQuery {
        public ListOtherWays {
            through = List.copyOf(through);
        }
    }

    /**
     * Where a car may pick somebody up who is at a point, or in the place with this id of a search, and wants to go {@code towards} another;
     * answered with {@link PickupPoints}; refused as PlanRoute is, unreachable where no way on foot leads to a kerb.
     */
    record FindPickupPoints(
            Point at, @Nullable String place, @Nullable Point towards, String language) implements GeoQuery {}

    /** Where a driver was last seen; answered with an Optional {@link DriverPosition}. */
    record FindPosition(DriverId driverId) implements GeoQuery {}

    /** Free cars around a point; answered with {@link NearbyCars}. */
    record ListNearbyCars(Point around, int limit) implements GeoQuery {}

    /** Every car on shift, for a map of the whole city; nameless and coarse for strangers; answered with {@link CarsOnShift}. */
    record ListCars(boolean forStrangers) implements GeoQuery {}

    /** How soon the nearest free car of each class can be at a point; answered with {@link PickupTimes}. */
    record EstimatePickups(Point pickup, Set<ProductClass> classes) implements GeoQuery {
        public EstimatePickups {
            classes = Set.copyOf(classes);
        }
    }

    /** One matching round over the open orders of a region; answered with {@link MatchingPlan}. */
    record PlanMatching(List<OpenOrder> orders, Instant now) implements GeoQuery {
        public PlanMatching {
            orders = List.copyOf(orders);
        }
    }

    /**
     * The track of a finished trip, matched to roads and stored under the rider's key; the same question again gives the same answer.
     * Answered with {@link Tracking}.
     */
    record MatchTrack(
            OrderId orderId,
            DriverId driverId,
            RiderId riderId,
            Instant from,
            Instant to,
            Route planned,
            VehicleType vehicle)
            implements GeoQuery {}

    /** The stored track of a trip; answered with {@link TrackFile}; refused track_unknown. */
    record ReadTrack(String file, RiderId riderId, TrackFile.Format format) implements GeoQuery {}

    /** Drivers on shift who have sent no position for this long; answered with {@link SilentDrivers}. */
    record ListSilentDrivers(Duration silentFor) implements GeoQuery {}

    /** Orders wanted and drivers free around a point, class by class; answered with {@link Demands}. */
    record MeasureDemand(Point around, Set<ProductClass> classes) implements GeoQuery {
        public MeasureDemand {
            classes = Set.copyOf(classes);
        }
    }

    /** What map this is; answered with {@link MapInfo}. */
    record DescribeMap() implements GeoQuery {}

    /** The running or last update of the map; answered with an Optional {@link MapUpdate}. */
    record FindMapUpdate() implements GeoQuery {}

    /** One tile of the map, in the Web Mercator grid with tiles of 512 pixels; answered with {@link MapTile}. */
    record CutTile(int zoom, int column, int row) implements GeoQuery {}

    /** Where the roads between two corners are slow or closed; answered with {@link RoadTraffic}; refused invalid_request. */
    record ShowTraffic(Point southWest, Point northEast) implements GeoQuery {}

    /** Closures that hold now or will; answered with {@link hansom.contract.closure.Closures}. */
    record ListClosures() implements GeoQuery {}

    /** Roads that enough drivers drove and the map lacks, judged or not; answered with {@link hansom.contract.missing.MissingRoads}. */
    record ListMissingRoads() implements GeoQuery {}
}
