package hansom.geo.place;

import hansom.contract.geo.Point;
import java.util.List;
import java.util.Map;

/** An element of OpenStreetMap that may become a place: its id, its tags, and its points in their order. */
record Feature(String id, Map<String, String> tags, List<Point> points) {
    Feature {
        tags = Map.copyOf(tags);
        points = List.copyOf(points);
    }

    boolean has(String key) {
        return tags.containsKey(key);
    }

    String tag(String key) {
        return tags.getOrDefault(key, "");
    }

    /** The middle of its outline, or the point itself. */
    Point middle() {
        boolean closed = points.size() > 2 && points.getFirst().equals(points.getLast());
        List<Point> corners = closed ? points.subList(0, points.size() - 1) : points;
        double lat = 0;
        double lng = 0;
        for (Point point : corners) {
            lat += point.lat();
            lng += point.lng();
        }
        return new Point(lat / corners.size(), lng / corners.size());
    }
}
