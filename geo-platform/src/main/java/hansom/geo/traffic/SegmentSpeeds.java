package hansom.geo.traffic;

import hansom.geo.road.Paces;
import hansom.geo.road.Passage;
import hansom.geo.road.Stretches;
import hansom.geo.road.Traffic;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** How slow every stretch is at this moment: what passages over it say, and where they are few, what is usual on roads of its class at this hour. */
public final class SegmentSpeeds implements Traffic {
    /** Faster than that is a phone that jumped, slower a car that stood for reasons of its own. */
    private static final double FASTEST = 0.4;

    private static final double SLOWEST = 12;
    /** A passage over a stretch as long as this counts in full; on shorter ones the phone's error is most of it. */
    private static final double FULL_MILLIS = 3_000;
    /** Nobody notices less than one in a hundred. */
    private static final double MATTERS = 0.01;

    private final Stretches stretches;
    private final Clock realTime;
    private final byte[] roadClass;
    private final Usual usual = new Usual(Stretches.classes());
    private final Map<Integer, Learned> byKey = new HashMap<>();
    private float[] told = {};
    private Paces latest = Paces.FREE;

    public SegmentSpeeds(Stretches stretches, Clock realTime) {
        this.stretches = stretches;
        this.realTime = realTime;
        this.roadClass = new byte[stretches.keys()];
        for (int key = 0; key < roadClass.length; key++) roadClass[key] = (byte) stretches.roadClass(key);
    }

    public synchronized void learn(Passage passage) {
        int key = stretches.original(passage.key());
        int free = stretches.freeMillis(key);
        double slowness = (double) passage.millis() / free;
        if (!stretches.drivable(key) || slowness < FASTEST) return;
        slowness = Math.min(SLOWEST, slowness);
        double counts = Math.min(1, free / FULL_MILLIS);
        Learned known = byKey.get(key);
        // Many cars in one jam are one jam, not what is usual.
        double news = counts / (1 + (known == null ? 0 : known.weightAt(passage.at())));
        usual.learn(roadClass[key], hour(passage.at()), slowness, news);
        put(key, new Learned(counts, slowness, passage.at()));
    }

    private void put(int key, Learned learned) {
        byKey.merge(key, learned, Learned::and);
    }

    private static int hour(Instant at) {
        return at.atOffset(ZoneOffset.UTC).getHour();
    }

    @Override
    public synchronized Paces now() {
        Instant now = realTime.instant();
        byKey.values().removeIf(learned -> learned.isForgotten(now));
        float[] fresh = new float[roadClass.length];
        float[] usually = new float[roadClass.length];
        for (int key = 0; key < fresh.length; key++) {
            usually[key] = (float) usual.slowness(roadClass[key], hour(now));
            Learned learned = byKey.get(stretches.original(key));
            fresh[key] = learned == null ? usually[key] : (float) learned.with(usually[key], now);
        }
        if (isAsTold(fresh)) return latest;
        told = fresh;
        latest = Paces.of(fresh, usually);
        return latest;
    }

    private boolean isAsTold(float[] fresh) {
        for (int key = 0; key < fresh.length; key++) {
            float before = told.length == 0 ? 1 : told[key];
            if (Math.abs(fresh[key] - before) > MATTERS * before) return false;
        }
        return true;
    }

    /** All that would be missed after a restart. */
    synchronized Remembered remembered() {
        Map<Stretches.Name, Learned> byName = new HashMap<>();
        byKey.forEach((key, learned) -> byName.put(stretches.name(key), learned));
        return new Remembered(usual.copy(), byName);
    }

    /** Takes up what was remembered; what the map does not have any more is forgotten. */
    synchronized void remember(Remembered remembered) {
        usual.take(remembered.usual());
        if (remembered.byName().isEmpty()) return;
        for (int key = 0; key < roadClass.length; key++) {
            Learned learned = stretches.drivable(key) && stretches.original(key) == key
                    ? remembered.byName().get(stretches.name(key))
                    : null;
            if (learned != null) put(key, learned);
        }
    }
}
