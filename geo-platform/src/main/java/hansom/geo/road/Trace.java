package hansom.geo.road;

import hansom.contract.geo.Point;
import java.util.List;

/**
 * A line along roads that a car has driven, and which of the given points it covers: from {@code first} to {@code last}; {@code error} is how
 * far, as a root of mean squares, the points lie beside it. Points far from every road are in none of its {@code footings}.
 */
public record Trace(int first, int last, double metres, double error, List<Point> line, List<Footing> footings) {
    public Trace {
        line = List.copyOf(line);
        footings = List.copyOf(footings);
    }

    /** Where one of the points came to lie: how far beside the road, and how far by road from the footing before. */
    public record Footing(int point, double away, double metres) {}
}
