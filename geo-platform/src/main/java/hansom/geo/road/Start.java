package hansom.geo.road;

import hansom.contract.geo.Point;
import org.jspecify.annotations.Nullable;

/** Where a way begins: a point, and the car's place on the roads when it was followed there, so that no road has to be looked for. */
public record Start(Point point, @Nullable Whereabouts known) {

    /** Of which nothing more is known. */
    public static Start at(Point point) {
        return new Start(point, null);
    }
}
