package hansom.geo.road;

import hansom.contract.geo.Grounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is added to what the roads say of a way's time. It never changes; another one comes with the next snapshot. */
public interface Forecast {
    /** Nothing is. */
    Forecast ROADS = new Forecast() {
        @Override
        public String name() {
            return "roads";
        }

        @Override
        public Optional<Duration> time(Grounds grounds, Instant departs) {
            return Optional.empty();
        }

        @Override
        public boolean heeded() {
            return false;
        }
    };

    /** What a time is said to be by, where this one is heeded. */
    String name();

    /** How long the way will take, where there is an opinion. */
    Optional<Duration> time(Grounds grounds, Instant departs);

    /** Whether people are told that time, or it is only noted beside the roads' own. */
    boolean heeded();
}
