package hansom.geo.missing;

import hansom.contract.geo.Point;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way or an area of the map that is no road for cars. */
record OtherWay(long id, Sort sort, Lane line) {
    private static final double FINE = 1e7;

    /** What it is. */
    enum Sort {
        WAY,
        FERRY,
        YARD,
        GROUNDS;

        private static final Set<String> UNBUILT =
                Set.of("proposed", "no", "razed", "abandoned", "platform", "rest_area");
        private static final Set<String> YARDS = Set.of("parking", "fuel", "parking_space", "car_wash");
        private static final Set<String> CLOSED =
                Set.of("industrial", "military", "quarry", "landfill", "construction", "port", "depot");
        private static final Set<String> AIRPORT = Set.of("aerodrome", "apron");

        boolean isArea() {
            return this == YARD || this == GROUNDS;
        }

        /** Null for what no vehicle moves on. */
        static @Nullable Sort of(Map<String, String> tags) {
            String highway = tags.getOrDefault("highway", "");
            if (!highway.isEmpty()) return UNBUILT.contains(highway) ? null : WAY;
            if ("ferry".equals(tags.get("route"))) return FERRY;
            if (YARDS.contains(tags.getOrDefault("amenity", ""))) return YARD;
            boolean closed = CLOSED.contains(tags.getOrDefault("landuse", ""))
                    || AIRPORT.contains(tags.getOrDefault("aeroway", ""));
            return closed ? GROUNDS : null;
        }
    }

    OtherWay(long id, Sort sort, List<Point> line) {
        this(id, sort, new Lane(line));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(id);
        out.writeUTF(sort.name());
        out.writeInt(line.points().size());
        for (Point point : line.points()) {
            out.writeInt((int) Math.round(point.lat() * FINE));
            out.writeInt((int) Math.round(point.lng() * FINE));
        }
    }

    static OtherWay read(long id, DataInputStream in) throws IOException {
        Sort sort = Sort.valueOf(in.readUTF());
        List<Point> line = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) line.add(new Point(in.readInt() / FINE, in.readInt() / FINE));
        return new OtherWay(id, sort, line);
    }
}
