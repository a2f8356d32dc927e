package hansom.geo.track;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * A line along roads that was driven: its length, how much of it nobody recorded but was filled in, and where the recording strayed from the
 * roads of the map.
 */
public record Driven(double metres, double filledMetres, List<Point> line, List<Stray> strays) {
    static final Driven NOTHING = new Driven(0, 0, List.of(), List.of());

    public Driven {
        line = List.copyOf(line);
        strays = List.copyOf(strays);
    }

    static Driven recorded(double metres, List<Point> line) {
        return new Driven(metres, 0, line, List.of());
    }

    static Driven filled(double metres, List<Point> line) {
        return new Driven(metres, metres, line, List.of());
    }

    Driven then(Driven next) {
        List<Point> joined = new ArrayList<>(line);
        for (Point point : next.line) if (joined.isEmpty() || !joined.getLast().equals(point)) joined.add(point);
        List<Stray> both = new ArrayList<>(strays);
        both.addAll(next.strays);
        return new Driven(metres + next.metres, filledMetres + next.filledMetres, joined, both);
    }

    Driven with(List<Stray> found) {
        return new Driven(metres, filledMetres, line, found);
    }
}
