package hansom.geo.traffic;

import hansom.geo.road.Paces;
import hansom.geo.road.Passage;
import hansom.geo.road.Stretches;
import hansom.geo.road.Traffic;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * How slow every stretch is at this moment: what passages over it say, and where they are few, what is usual on roads of its class at this
 * hour of the week and on this stretch in particular.
 */
public final class SegmentSpeeds implements Traffic {
    /** Faster than that is a phone that jumped, slower a car that stood for reasons of its own. */
    private static final double FASTEST = 0.4;

    private static final double SLOWEST = 12;
    /** More than that is a jam and tells nothing of what is usual. */
    private static final double SLOWEST_USUALLY = 4;

    private static final double SLOWEST_HABIT = 3;
    private static final double RED_MILLIS = 60_000;
    /** A passage over a stretch as long as this counts in full; on shorter ones the phone's error is most of it. */
    private static final double FULL_MILLIS = 3_000;
    /** Nobody notices less than one in a hundred. */
    private static final double MATTERS = 0.01;
    /** Ten megabytes. */
    private static final int MOST_WEEKS = 20_000;

    private final Stretches stretches;
    private final Clock clock;
    private final byte[] roadClass;
    private final Usual usual = new Usual(Stretches.classes());
    private final Map<Integer, Learned> byKey = new HashMap<>();
    private final Map<Integer, Habit> habits = new HashMap<>();
    private final Around around;
    private final int[] neighbourhood;
    private int weeks;
    private float[] told = {};
    private Paces latest = Paces.FREE;

    /** Passages are told in the clock's time. */
    public SegmentSpeeds(Stretches stretches, Clock clock) {
        this(stretches, clock, new Around());
    }

    private SegmentSpeeds(Stretches stretches, Clock clock, Around around) {
        this.stretches = stretches;
        this.clock = clock;
        this.around = around;
        this.roadClass = new byte[stretches.keys()];
        this.neighbourhood = new int[stretches.keys()];
        for (int key = 0; key < roadClass.length; key++) {
            roadClass[key] = (byte) stretches.roadClass(key);
            Stretches.Name name = stretches.name(key);
            neighbourhood[key] = Around.of(name.fromLat(), name.fromLng());
        }
    }

    /** The same on the stretches of another map: what is known of one that it does not have is left behind. */
    synchronized SegmentSpeeds on(Stretches others) {
        SegmentSpeeds same = new SegmentSpeeds(others, clock, around.copy());
        same.remember(remembered());
        same.remember(new Habits(habitsByName()).copy());
        return same;
    }

    /** The hash of the map whose stretches they are. */
    String map() {
        return stretches.map();
    }

    public synchronized void learn(Passage passage) {
        int key = stretches.original(passage.key());
        int free = stretches.freeMillis(key);
        double heard = (double) passage.millis() / free;
        if (!stretches.drivable(key) || heard < FASTEST) return;
        double slowness = Math.min(SLOWEST, heard);
        double counts = Math.min(1, free / FULL_MILLIS);
        Learned known = byKey.get(key);
        // Many cars in one jam are one jam, not what is usual.
        double news = counts / (1 + (known == null ? 0 : known.weightAt(passage.at())));
        int hour = Hours.of(passage.at());
        Habit habit = habits.computeIfAbsent(key, _ -> new Habit());
        double likeOthers = usual.slowness(roadClass[key], passage.at());
        habit.learn(hour, heard / likeOthers, slowestHabit(free * likeOthers), counts);
        if (weeks < MOST_WEEKS && habit.deservesAWeek()) {
            habit.giveWeek();
            weeks++;
        }
        usual.learn(roadClass[key], hour, Math.min(SLOWEST_USUALLY, slowness / habit.at(passage.at())), news);
        around.learn(neighbourhood[key], slowness / (likeOthers * habit.at(passage.at())), counts, passage.at());
        put(key, new Learned(counts, slowness, passage.at()));
    }

    /** Of a stretch that takes so many milliseconds: some times that, or a red light more. */
    private static double slowestHabit(double usually) {
        return Math.max(SLOWEST_HABIT, 1 + RED_MILLIS / usually);
    }

    private void put(int key, Learned learned) {
        byKey.merge(key, learned, Learned::and);
    }

    @Override
    public synchronized Paces now() {
        Instant now = clock.instant();
        byKey.values().removeIf(learned -> learned.isForgotten(now));
        usual.until(Hours.of(now));
        float[] usually = usually(now);
        around.forget(now);
        float[] fresh = usually.clone();
        for (int key = 0; key < fresh.length; key++) fresh[key] *= (float) around.ratio(neighbourhood[key], now);
        byKey.forEach((key, learned) -> {
            float slowness = (float) learned.with(fresh[key], now);
            for (int twin : stretches.twins(key)) fresh[twin] = slowness;
        });
        if (isAsTold(fresh)) return latest;
        told = fresh;
        latest = Paces.of(fresh, usually);
        return latest;
    }

    @Override
    public synchronized Paces usual(Instant at) {
        usual.until(Hours.of(clock.instant()));
        float[] usually = usually(at);
        return Paces.of(usually, usually);
    }

    private float[] usually(Instant at) {
        int now = Hours.of(clock.instant());
        float[] ofClass = new float[Stretches.classes()];
        for (int i = 0; i < ofClass.length; i++) ofClass[i] = (float) usual.slowness(i, at);
        float[] usually = new float[roadClass.length];
        for (int key = 0; key < usually.length; key++) usually[key] = ofClass[roadClass[key]];
        habits.forEach((key, habit) -> {
            habit.until(now);
            float slowness = (float) (ofClass[roadClass[key]] * habit.at(at));
            for (int twin : stretches.twins(key)) usually[twin] = slowness;
        });
        return usually;
    }

    /** How much longer a stretch takes now than when it is free, as far as is known. */
    public synchronized double slowness(int stretch) {
        int key = stretches.original(stretch);
        Instant now = clock.instant();
        Habit habit = habits.get(key);
        double usually = usual.slowness(roadClass[key], now) * (habit == null ? 1 : habit.at(now));
        double lately = usually * around.ratio(neighbourhood[key], now);
        Learned learned = byKey.get(key);
        return learned == null ? lately : learned.with(lately, now);
    }

    private boolean isAsTold(float[] fresh) {
        for (int key = 0; key < fresh.length; key++) {
            float before = told.length == 0 ? 1 : told[key];
            if (Math.abs(fresh[key] - before) > MATTERS * before) return false;
        }
        return true;
    }

    /** All that would be missed within the hour after a restart. */
    synchronized Remembered remembered() {
        Map<Stretches.Name, Learned> byName = new HashMap<>();
        byKey.forEach((key, learned) -> byName.put(stretches.name(key), learned));
        return new Remembered(usual.copy(), byName);
    }

    /** As it would be written now. */
    synchronized byte[] habits() {
        return new Habits(habitsByName()).written();
    }

    private Map<Stretches.Name, Habit> habitsByName() {
        Map<Stretches.Name, Habit> byName = new HashMap<>();
        habits.forEach((key, habit) -> byName.put(stretches.name(key), habit));
        return byName;
    }

    /** Takes up what was remembered; what the map does not have any more is forgotten. */
    synchronized void remember(Remembered remembered) {
        usual.take(remembered.usual());
        eachOf(remembered.byName(), this::put);
    }

    /** The same of habits. */
    synchronized void remember(Habits remembered) {
        eachOf(remembered.byName(), (key, habit) -> {
            habits.put(key, habit);
            if (habit.hasWeek()) weeks++;
        });
    }

    private <T> void eachOf(Map<Stretches.Name, T> byName, BiConsumer<Integer, T> found) {
        if (byName.isEmpty()) return;
        for (int key = 0; key < roadClass.length; key++) {
            if (!stretches.drivable(key) || stretches.original(key) != key) continue;
            T known = byName.get(stretches.name(key));
            if (known != null) found.accept(key, known);
        }
    }
}
