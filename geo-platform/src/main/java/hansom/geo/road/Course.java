package hansom.geo.road;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.util.List;

/** A way that was chosen through some points, stretch by stretch; what it takes and whether it is open is told by the {@link Courses} of each moment. */
public final class Course {
    private final RoadNetwork roads;
    private final VehicleType vehicle;
    private final Point from;
    private final List<Point> through;
    private final List<Driveway> legs;

    Course(RoadNetwork roads, VehicleType vehicle, Point from, List<Point> through, List<Driveway> legs) {
        this.roads = roads;
        this.vehicle = vehicle;
        this.from = from;
        this.through = List.copyOf(through);
        this.legs = List.copyOf(legs);
    }

    /** On which it was chosen. */
    RoadNetwork roads() {
        return roads;
    }

    VehicleType vehicle() {
        return vehicle;
    }

    /** Where the car was said to be when it began, on the road or beside it. */
    Point from() {
        return from;
    }

    /** The points that it passes after its beginning, the last of them its end. */
    List<Point> through() {
        return through;
    }

    List<Driveway> legs() {
        return legs;
    }

    /** Whether it is a way for this vehicle to just these points. */
    public boolean leads(List<Point> points, VehicleType asked) {
        return vehicle == asked && through.equals(points);
    }
}
