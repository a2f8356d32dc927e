package hansom.geo.pickup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What was built from the map for pick-up points, opened; {@code left} when its cars drive on the left. */
record PickupMap(Footways ways, Sight sight, Thresholds thresholds, Origins origins, boolean left) {
    static PickupMap open(Path folder) {
        try {
            Footways ways = Footways.open(folder);
            Sight sight = Sight.open(folder);
            boolean left = Numbers.open(folder.resolve(PickupLayer.SIDE)).get(0) == 1;
            return new PickupMap(ways, sight, new Thresholds(ways, sight), new Origins(new Houses(folder)), left);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
