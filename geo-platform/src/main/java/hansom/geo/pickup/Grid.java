package hansom.geo.pickup;

import com.carrotsearch.hppc.LongArrayList;
import hansom.geo.pickup.Plane.Spot;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Lines by the squares of the earth that they touch, so that those near a point are found without looking at all. */
final class Grid {
    private static final int HIGH = 10_000;
    private static final int WIDE = 20_000;
    private static final int ROW = 180_001;
    private static final int LONG = 4 * HIGH;

    private final IntBuffer squares;
    private final IntBuffer first;
    private final IntBuffer items;

    private Grid(IntBuffer squares, IntBuffer first, IntBuffer items) {
        this.squares = squares;
        this.first = first;
        this.items = items;
    }

    static Grid open(Path folder, String name) throws IOException {
        return new Grid(
                Numbers.open(folder.resolve(name + "-squares")),
                Numbers.open(folder.resolve(name + "-starts")),
                Numbers.open(folder.resolve(name + "-items")));
    }

    /** Calls for every line within so many metres, perhaps for some beyond, perhaps more than once. */
    void near(Plane plane, Spot spot, double metres, IntConsumer each) {
        var point = plane.point(spot);
        int lat = (int) Math.round(point.lat() * Plane.E7);
        int lng = (int) Math.round(point.lng() * Plane.E7);
        int north = Plane.north(metres);
        int east = plane.east(metres);
        for (int row = Math.floorDiv(lat - north, HIGH); row <= Math.floorDiv(lat + north, HIGH); row++)
            for (int column = Math.floorDiv(lng - east, WIDE); column <= Math.floorDiv(lng + east, WIDE); column++) {
                int at = find(row * ROW + column);
                if (at >= 0) for (int i = first.get(at); i < first.get(at + 1); i++) each.accept(items.get(i));
            }
    }

    private int find(int square) {
        int low = 0;
        int high = squares.limit() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int known = squares.get(middle);
            if (known == square) return middle;
            if (known < square) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    /** Gathers lines; two squares far apart may share a number, which costs a little time and nothing else. */
    static final class Builder {
        private final LongArrayList entries = new LongArrayList();

        /** Ends in ten-millionths of a degree; a long line is taken in pieces, so that it fills no more squares than it touches. */
        void add(int item, int lat1, int lng1, int lat2, int lng2) {
            if (Math.max(Math.abs(lat1 - lat2), Math.abs((long) lng1 - lng2) / 2) > LONG) {
                int lat = lat1 + (lat2 - lat1) / 2;
                int lng = (int) (((long) lng1 + lng2) / 2);
                add(item, lat1, lng1, lat, lng);
                add(item, lat, lng, lat2, lng2);
                return;
            }
            int south = Math.floorDiv(Math.min(lat1, lat2), HIGH);
            int north = Math.floorDiv(Math.max(lat1, lat2), HIGH);
            int west = Math.floorDiv(Math.min(lng1, lng2), WIDE);
            int east = Math.floorDiv(Math.max(lng1, lng2), WIDE);
            for (int row = south; row <= north; row++)
                for (int column = west; column <= east; column++)
                    entries.add((long) (row * ROW + column) << Integer.SIZE | item);
        }

        void write(Path folder, String name) throws IOException {
            long[] sorted = entries.toArray();
            Arrays.sort(sorted);
            int[] squares = new int[sorted.length];
            int[] first = new int[sorted.length + 1];
            int[] items = new int[sorted.length];
            int count = 0;
            for (int i = 0; i < sorted.length; i++) {
                int square = (int) (sorted[i] >> Integer.SIZE);
                items[i] = (int) sorted[i];
                if (count > 0 && squares[count - 1] == square) continue;
                squares[count] = square;
                first[count++] = i;
            }
            first[count] = sorted.length;
            Numbers.write(folder.resolve(name + "-squares"), Arrays.copyOf(squares, count));
            Numbers.write(folder.resolve(name + "-starts"), Arrays.copyOf(first, count + 1));
            Numbers.write(folder.resolve(name + "-items"), items);
        }
    }
}
