package hansom.geo.road;

import hansom.contract.geo.Point;
import java.util.List;

/**
 * A line along roads that a car has driven, and which of the given points it covers: from {@code first} to {@code last}; {@code error} is how
 * far, as a root of mean squares, the points lie beside it.
 */
public record Trace(int first, int last, double metres, double error, List<Point> line) {
    public Trace {
        line = List.copyOf(line);
    }
}
