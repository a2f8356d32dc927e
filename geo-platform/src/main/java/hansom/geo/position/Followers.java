package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.PositionFeed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who watch a car; a line about a driver whom nobody watches is not even read. */
final class Followers implements PositionFeed, LiveChannel.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final Map<String, List<Following>> byDriver = new ConcurrentHashMap<>();

    @Override
    public Follower follow(DriverId driver, Consumer<DriverPosition> seen) {
        Following following = new Following(seen);
        byDriver.compute(driver.value(), (_, others) -> {
            List<Following> all = others == null ? new CopyOnWriteArrayList<>() : others;
            all.add(following);
            return all;
        });
        return () -> byDriver.computeIfPresent(driver.value(), (_, all) -> {
            all.remove(following);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void heard(String line) {
        List<Following> followings = byDriver.get(line.substring(0, Math.max(0, line.indexOf(' '))));
        if (followings == null) return;
        DriverPosition position = Fix.read(line).position();
        followings.forEach(following -> following.tell(position));
    }

    /** Told on one thread only. */
    private static final class Following {
        private final Consumer<DriverPosition> seen;
        private Instant newest = Instant.MIN;

        Following(Consumer<DriverPosition> seen) {
            this.seen = seen;
        }

        void tell(DriverPosition position) {
            if (!position.at().isAfter(newest)) return;
            newest = position.at();
            try {
                seen.accept(position);
            } catch (RuntimeException failure) {
                LOG.warn("a follower of {} failed", position.driverId(), failure);
            }
        }
    }
}
