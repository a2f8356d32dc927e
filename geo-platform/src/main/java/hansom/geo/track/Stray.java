package hansom.geo.track;

import hansom.contract.geo.Point;
import hansom.geo.track.Recording.Spot;
import java.util.List;

/**
 * A part of a recording that the roads of the map do not explain, from where it left a road to where it was on one again: the points, the
 * metres along them, and how long that took. Never near an end of its trip, for where somebody got in or out is nobody's business.
 */
public record Stray(List<Point> line, double metres, double seconds) {
    private static final long END_METRES = 150;

    public Stray {
        line = List.copyOf(line);
    }

    static List<Stray> apart(List<Stray> strays, Recording recording) {
        if (strays.isEmpty()) return strays;
        Spot first = recording.spots().getFirst();
        Spot last = recording.spots().getLast();
        return strays.stream()
                .filter(stray -> stray.isApart(first.point()) && stray.isApart(last.point()))
                .toList();
    }

    private boolean isApart(Point end) {
        return line.stream().allMatch(point -> point.straightTo(end).metres() > END_METRES);
    }
}
