package hansom.bench.truth;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is moved. */
public final class MovedClock extends Clock {
    private volatile Instant now;

    public MovedClock(Instant now) {
        this.now = now;
    }

    public void moveTo(Instant then) {
        now = then;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
