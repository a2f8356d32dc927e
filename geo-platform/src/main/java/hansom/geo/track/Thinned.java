package hansom.geo.track;

import hansom.contract.geo.Point;
import hansom.geo.track.Recording.Spot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The points of a stretch as they are matched: smoothed where they come thick, and no nearer to each other than their error matters. */
final class Thinned {
    private static final long AROUND_MILLIS = 2_000;

    private Thinned() {}

    static List<Spot> of(List<Spot> stretch, double spacingMetres) {
        List<Spot> kept = new ArrayList<>();
        for (int i = 0; i < stretch.size(); i++) {
            Spot spot = new Spot(smoothed(stretch, i), stretch.get(i).at());
            boolean apart = kept.isEmpty()
                    || kept.getLast().point().straightTo(spot.point()).metres() >= spacingMetres;
            if (apart) kept.add(spot);
            else if (i == stretch.size() - 1) {
                if (kept.size() > 1) kept.removeLast();
                kept.add(spot);
            }
        }
        return kept;
    }

    /** The mean of as many points before as after, so that the ends stay where they are. */
    private static Point smoothed(List<Spot> stretch, int middle) {
        int reach = 0;
        while (middle - reach > 0
                && middle + reach < stretch.size() - 1
                && isAround(stretch, middle, middle - reach - 1)
                && isAround(stretch, middle, middle + reach + 1)) reach++;
        double lat = 0;
        double lng = 0;
        for (Spot spot : stretch.subList(middle - reach, middle + reach + 1)) {
            lat += spot.point().lat();
            lng += spot.point().lng();
        }
        int count = 2 * reach + 1;
        return new Point(lat / count, lng / count);
    }

    private static boolean isAround(List<Spot> stretch, int middle, int other) {
        return Duration.between(stretch.get(middle).at(), stretch.get(other).at())
                        .abs()
                        .toMillis()
                <= AROUND_MILLIS;
    }
}
