package hansom.geo.pickup;

import hansom.geo.pickup.Plane.Spot;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;

/** What stands between two places a few steps apart. */
final class Sight {
    /** Who stands in a door or at a kerb is not stopped by the wall or the road that these belong to. */
    private static final double STEP = 0.4;

    private final IntBuffer lines;
    private final Grid grid;

    private Sight(IntBuffer lines, Grid grid) {
        this.lines = lines;
        this.grid = grid;
    }

    static Sight open(Path folder) throws IOException {
        return new Sight(Numbers.open(folder.resolve("lines")), Grid.open(folder, "line"));
    }

    /** Whether one may walk straight from one to the other. */
    boolean isFree(Plane plane, Spot from, Spot to) {
        double metres = from.to(to);
        if (metres <= 2 * STEP) return true;
        Spot begin = from.towards(to, STEP);
        Spot end = to.towards(from, STEP);
        boolean[] crossed = {false};
        grid.near(plane, begin.between(end, 0.5), metres / 2, line -> {
            Spot one = plane.spot(lines.get(4 * line), lines.get(4 * line + 1));
            Spot other = plane.spot(lines.get(4 * line + 2), lines.get(4 * line + 3));
            crossed[0] |= begin.left(end, one) * begin.left(end, other) < 0
                    && one.left(other, begin) * one.left(other, end) < 0;
        });
        return !crossed[0];
    }
}
