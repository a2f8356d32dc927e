package hansom.geo.place;

import hansom.contract.geo.Point;
import java.util.List;
import java.util.Map;

/** The border of an administrative area: its tags and the pieces of its line, in no order. */
record Boundary(Map<String, String> tags, List<List<Point>> lines) {
    Boundary {
        tags = Map.copyOf(tags);
        lines = lines.stream().map(List::copyOf).toList();
    }

    static boolean isOne(Map<String, String> tags) {
        return "administrative".equals(tags.get("boundary")) && tags.containsKey("name");
    }
}
