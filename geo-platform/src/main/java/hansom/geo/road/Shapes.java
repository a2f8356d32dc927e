package hansom.geo.road;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.Arrays;

/**
 * Where every edge runs, and which edges run through a small square of the map, as flat arrays: to look for the roads near a point touches a
 * few lines of memory and makes nothing.
 */
final class Shapes {
    static final double METRES_A_DEGREE = 111_195;
    /** Coordinates are kept in ten-millionths of a degree, a centimetre. */
    private static final double FINE = 1e7;

    private static final double SQUARES_A_DEGREE = 1_000;
    private static final int COLUMN_BITS = 19;
    private static final int EDGE_BITS = 27;
    private static final int EDGE_MASK = (1 << EDGE_BITS) - 1;

    private final int[] first;
    private final int[] lat;
    private final int[] lng;
    /** A square and an edge in it each, sorted: row, column, edge. */
    private final long[] placed;

    private Shapes(int[] first, int[] lat, int[] lng) {
        this.first = first;
        this.lat = lat;
        this.lng = lng;
        this.placed = placed();
    }

    static Shapes of(BaseGraph graph) {
        int edges = graph.getEdges();
        if (edges > EDGE_MASK) throw new IllegalStateException("%d edges are too many".formatted(edges));
        int[] first = new int[edges + 1];
        int[] lat = new int[edges * 4];
        int[] lng = new int[edges * 4];
        for (int edge = 0; edge < edges; edge++) {
            PointList line = graph.getEdgeIteratorStateForKey(2 * edge).fetchWayGeometry(FetchMode.ALL);
            int at = first[edge];
            if (lat.length < at + line.size()) {
                lat = Arrays.copyOf(lat, (at + line.size()) * 2);
                lng = Arrays.copyOf(lng, lat.length);
            }
            for (int i = 0; i < line.size(); i++) {
                lat[at + i] = (int) Math.round(line.getLat(i) * FINE);
                lng[at + i] = (int) Math.round(line.getLon(i) * FINE);
            }
            first[edge + 1] = at + line.size();
        }
        return new Shapes(first, Arrays.copyOf(lat, first[edges]), Arrays.copyOf(lng, first[edges]));
    }

    private long[] placed() {
        long[] all = new long[first.length * 2];
        int size = 0;
        for (int edge = 0; edge + 1 < first.length; edge++)
            for (int i = first[edge]; i + 1 < first[edge + 1]; i++) {
                int pieces = 1 + (int) (SQUARES_A_DEGREE * Math.max(across(lat, i), across(lng, i)));
                for (int piece = 0; piece < pieces; piece++) {
                    int fromRow = row(part(lat, i, piece, pieces));
                    int toRow = row(part(lat, i, piece + 1, pieces));
                    int fromColumn = column(part(lng, i, piece, pieces));
                    int toColumn = column(part(lng, i, piece + 1, pieces));
                    for (int row = Math.min(fromRow, toRow); row <= Math.max(fromRow, toRow); row++)
                        for (int column = Math.min(fromColumn, toColumn);
                                column <= Math.max(fromColumn, toColumn);
                                column++) {
                            if (size == all.length) all = Arrays.copyOf(all, size * 2);
                            all[size++] = square(row, column) | edge;
                        }
                }
            }
        return Arrays.stream(all, 0, size).sorted().distinct().toArray();
    }

    private static double across(int[] coordinate, int i) {
        return Math.abs((double) coordinate[i + 1] - coordinate[i]) / FINE;
    }

    private static double part(int[] coordinate, int i, int piece, int pieces) {
        return (coordinate[i] + ((double) coordinate[i + 1] - coordinate[i]) * piece / pieces) / FINE;
    }

    private static int row(double lat) {
        return (int) ((lat + 90) * SQUARES_A_DEGREE);
    }

    private static int column(double lng) {
        return (int) ((lng + 180) * SQUARES_A_DEGREE);
    }

    private static long square(int row, int column) {
        return ((long) row << COLUMN_BITS | column) << EDGE_BITS;
    }

    /** The edges that run through the squares around a point, each once. */
    int[] around(double lat, double lng, double metres) {
        double north = metres / METRES_A_DEGREE;
        double east = north / Math.cos(Math.toRadians(lat));
        int[] found = new int[64];
        int size = 0;
        for (int row = row(lat - north); row <= row(lat + north); row++) {
            long end = square(row, column(lng + east)) | EDGE_MASK;
            int at = Arrays.binarySearch(placed, square(row, column(lng - east)));
            for (at = at < 0 ? -at - 1 : at; at < placed.length && placed[at] <= end; at++) {
                if (size == found.length) found = Arrays.copyOf(found, size * 2);
                found[size++] = (int) placed[at] & EDGE_MASK;
            }
        }
        Arrays.sort(found, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) if (i == 0 || found[i] != found[i - 1]) found[kept++] = found[i];
        return Arrays.copyOf(found, kept);
    }

    int first(int edge) {
        return first[edge];
    }

    /** One after the edge's last point. */
    int end(int edge) {
        return first[edge + 1];
    }

    double lat(int point) {
        return lat[point] / FINE;
    }

    double lng(int point) {
        return lng[point] / FINE;
    }
}
