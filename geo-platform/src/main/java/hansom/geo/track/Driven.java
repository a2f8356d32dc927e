package hansom.geo.track;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;

/** A line along roads that was driven: its length, and how much of it nobody recorded but was filled in. */
public record Driven(double metres, double filledMetres, List<Point> line) {
    static final Driven NOTHING = new Driven(0, 0, List.of());

    public Driven {
        line = List.copyOf(line);
    }

    static Driven recorded(double metres, List<Point> line) {
        return new Driven(metres, 0, line);
    }

    static Driven filled(double metres, List<Point> line) {
        return new Driven(metres, metres, line);
    }

    Driven then(Driven next) {
        List<Point> joined = new ArrayList<>(line);
        for (Point point : next.line) if (joined.isEmpty() || !joined.getLast().equals(point)) joined.add(point);
        return new Driven(metres + next.metres, filledMetres + next.filledMetres, joined);
    }
}
