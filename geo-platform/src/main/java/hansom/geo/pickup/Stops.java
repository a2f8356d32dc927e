package hansom.geo.pickup;

import hansom.contract.geo.Point;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where cars stood when riders got in, and where riders were waited for in vain; learned from what happens, each event once. A place at which
 * fewer than five drivers stopped tells nobody anything, so that nobody's own door is shown to others.
 */
final class Stops {
    static final int DRIVERS = 5;
    static final double REACH_METRES = 25;
    private static final int SHAPE = 1;
    private static final int MOST = 200_000;
    /** As many as are taken to have gone well at a place before anything is known of it. */
    private static final double PRIOR = 10;

    private static final double SQUARE_LAT = 0.0005;
    private static final double SQUARE_LNG = 0.001;

    private final Map<Long, List<Stop>> bySquare = new HashMap<>();
    private Instant heeded = Instant.EPOCH;
    private int count;

    /** One place, its middle as of all who stopped there; drivers under names that only this node can make, no more than matter. */
    record Stop(double lat, double lng, int boarded, int givenUp, Set<Long> drivers) {
        Stop {
            drivers = Set.copyOf(drivers);
        }

        boolean isKnown() {
            return drivers.size() >= DRIVERS;
        }

        double givenUpShare() {
            return givenUp / (givenUp + boarded + PRIOR);
        }

        private double metresTo(Point point) {
            return Plane.at(point).spot(new Point(lat, lng)).to(new Plane.Spot(0, 0));
        }

        private Stop with(Point point, @Nullable Long driver) {
            int all = boarded + givenUp;
            Set<Long> more = new HashSet<>(drivers);
            if (driver != null && drivers.size() < DRIVERS) more.add(driver);
            return new Stop(
                    (lat * all + point.lat()) / (all + 1),
                    (lng * all + point.lng()) / (all + 1),
                    boarded + (driver == null ? 0 : 1),
                    givenUp + (driver == null ? 1 : 0),
                    more);
        }
    }

    /** A driver let somebody in there; what happened no later than what was heeded last is known already. */
    synchronized void boarded(long driver, Point point, Instant at) {
        if (isNews(at)) learn(point, driver);
    }

    /** A driver stood there, and nobody came. */
    synchronized void givenUp(Point point, Instant at) {
        if (isNews(at)) learn(point, null);
    }

    synchronized boolean isNews(Instant at) {
        return at.isAfter(heeded);
    }

    /** All that happened until then is known. */
    synchronized void heed(Instant at) {
        if (isNews(at)) heeded = at;
    }

    private void learn(Point point, @Nullable Long driver) {
        @Nullable Stop known = nearest(point, false);
        if (known == null && count >= MOST) return;
        if (known != null) remove(known);
        put((known == null ? new Stop(0, 0, 0, 0, Set.of()) : known).with(point, driver));
    }

    private void put(Stop stop) {
        count++;
        bySquare.computeIfAbsent(square(stop.lat, stop.lng, 0, 0), _ -> new ArrayList<>())
                .add(stop);
    }

    private void remove(Stop stop) {
        count--;
        List<Stop> beside = bySquare.getOrDefault(square(stop.lat, stop.lng, 0, 0), List.of());
        beside.remove(stop);
    }

    /** The nearest place within reach at which enough drivers stopped; null where there is none. */
    synchronized @Nullable Stop at(Point point) {
        return nearest(point, true);
    }

    private @Nullable Stop nearest(Point point, boolean known) {
        Stop best = null;
        double least = REACH_METRES;
        for (int row = -1; row <= 1; row++)
            for (int column = -1; column <= 1; column++)
                for (Stop stop : bySquare.getOrDefault(square(point.lat(), point.lng(), row, column), List.of())) {
                    double metres = stop.metresTo(point);
                    if (metres > least || (known && !stop.isKnown())) continue;
                    least = metres;
                    best = stop;
                }
        return best;
    }

    private static long square(double lat, double lng, int row, int column) {
        long north = (long) Math.floor(lat / SQUARE_LAT) + row;
        long east = (long) Math.floor(lng / SQUARE_LNG) + column;
        return (north << Integer.SIZE) ^ (east & 0xffffffffL);
    }

    synchronized byte[] written() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(SHAPE);
            out.writeLong(heeded.toEpochMilli());
            out.writeInt(count);
            for (List<Stop> stops : bySquare.values())
                for (Stop stop : stops) {
                    out.writeDouble(stop.lat);
                    out.writeDouble(stop.lng);
                    out.writeInt(stop.boarded);
                    out.writeInt(stop.givenUp);
                    out.writeByte(stop.drivers.size());
                    for (long driver : stop.drivers) out.writeLong(driver);
                }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    /** Takes up what was written once; IOException when it is nothing that {@link #written()} wrote, and nothing is taken then. */
    synchronized void read(byte[] written) throws IOException {
        List<Stop> stops = new ArrayList<>();
        Instant until;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
            int shape = in.readInt();
            if (shape != SHAPE) throw new IOException("of shape %d".formatted(shape));
            until = Instant.ofEpochMilli(in.readLong());
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                double lat = in.readDouble();
                double lng = in.readDouble();
                int boarded = in.readInt();
                int givenUp = in.readInt();
                Set<Long> drivers = new HashSet<>();
                for (int driver = in.readByte(); driver > 0; driver--) drivers.add(in.readLong());
                stops.add(new Stop(lat, lng, boarded, givenUp, drivers));
            }
        }
        stops.forEach(this::put);
        heed(until);
    }
}
