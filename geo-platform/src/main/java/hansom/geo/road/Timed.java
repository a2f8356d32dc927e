package hansom.geo.road;

import com.graphhopper.ResponsePath;
import hansom.contract.geo.Grounds;
import java.time.Duration;
import java.time.Instant;

/** What a way's time rests on, and by how much the time that people are told differs from the roads' own. */
record Timed(Grounds grounds, double factor) {

    static Timed of(Grounds grounds, Forecast forecast, Instant departs) {
        Duration modelled = forecast.time(grounds, departs).orElse(null);
        if (modelled == null) return new Timed(grounds, 1);
        double factor =
                (double) modelled.toMillis() / Math.max(1, grounds.byRoads().toMillis());
        return new Timed(grounds.modelled(modelled), forecast.heeded() ? factor : 1);
    }

    /** Of a part of the way, in whole seconds. */
    Duration of(ResponsePath part) {
        return Duration.ofSeconds(Math.round(part.getRouteWeight() * factor));
    }

    Duration of(Duration part) {
        return Duration.ofMillis(Math.round(part.toMillis() * factor));
    }
}
