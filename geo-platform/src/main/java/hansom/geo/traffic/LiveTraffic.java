package hansom.geo.traffic;

import hansom.geo.road.Passage;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.Stretches;
import hansom.geo.road.Traffic;
import java.time.Clock;

/** The traffic on the map that is served: what was learned on one map is taken over to the next, and passages on another teach nothing. */
public final class LiveTraffic {
    private volatile SegmentSpeeds speeds;

    LiveTraffic(Stretches stretches, Clock clock) {
        this.speeds = new SegmentSpeeds(stretches, clock);
    }

    /** From now on on these stretches. */
    synchronized Traffic on(Stretches stretches) {
        if (!speeds.map().equals(stretches.map())) speeds = speeds.on(stretches);
        return speeds;
    }

    public void learn(RoadNetwork roads, Passage passage) {
        SegmentSpeeds now = speeds;
        if (now.map().equals(roads.hash())) now.learn(passage);
    }

    SegmentSpeeds speeds() {
        return speeds;
    }
}
