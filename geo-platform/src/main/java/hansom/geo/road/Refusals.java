package hansom.geo.road;

import com.graphhopper.util.shapes.BBox;
import hansom.contract.geo.Point;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import org.axonframework.queryhandling.QueryExecutionException;

/** How a question to the map is refused: as a failed query with the refusal as its details. */
public final class Refusals {
    private Refusals() {}

    public static QueryExecutionException refuse(RefusalCode code) {
        return refuse(code, code.meaning());
    }

    public static QueryExecutionException refuse(RefusalCode code, String detail) {
        return new QueryExecutionException(code.wire(), null, new Refusal(code, detail));
    }

    /** Far from every road: off the map, with latitude and longitude the wrong way round perhaps, or on it where nothing leads. */
    static RefusalCode whyNoRoad(BBox map, Point point) {
        if (map.contains(point.lat(), point.lng())) return RefusalCode.NO_ROAD_NEAR;
        return map.contains(point.lng(), point.lat())
                ? RefusalCode.COORDINATES_SWAPPED
                : RefusalCode.OUTSIDE_SERVICE_AREA;
    }
}
