package hansom.geo.pickup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the ways on foot as a graph whose nodes are those of the map, each piece between two of them one edge. */
final class FootwayWriter {
    private static final int NONE = -1;

    private final Survey survey;
    private final Grid.Builder grid = new Grid.Builder();
    private final Ints edges = new Ints();
    private final Ints nodes = new Ints();
    /** By the survey's number of a node: its number here. */
    private final int[] numbers;
    /** By the number here: whether a path that is no road touches it, and whether a big road does. */
    private final Map<Integer, Integer> touched = new HashMap<>();

    FootwayWriter(Survey survey) {
        this.survey = survey;
        this.numbers = new int[survey.lat.length];
        Arrays.fill(numbers, NONE);
    }

    /** The number of each door that lies on a way, by its node. */
    Map<Long, Integer> write(Path folder) throws IOException {
        int[] uses = uses();
        for (Survey.Walk walk : survey.walks) {
            int[] points = survey.known(walk.nodes());
            for (int i = 0; i + 1 < points.length; i++) edge(points[i], points[i + 1], walk.footing(), walk.street());
            if (walk.square())
                new Square(survey, points)
                        .cross(point -> uses[point] > 1, (from, to) -> edge(from, to, Footing.SQUARE, walk.street()));
        }
        int[] places = nodes.toArray();
        markCrossings(places);
        Numbers.write(folder.resolve("nodes"), places);
        edges.write(folder.resolve("edges"));
        incidences(folder, places.length / 3);
        grid.write(folder, "edge");
        Map<Long, Integer> doors = new HashMap<>();
        for (Survey.Named door : survey.doors) {
            int number = numbers[survey.numberOf(door.node())];
            if (number != NONE) doors.put(door.node(), number);
        }
        return doors;
    }

    /** How many ways and doors each point is on. */
    private int[] uses() {
        int[] uses = new int[survey.lat.length];
        for (Survey.Walk walk : survey.walks)
            for (int point :
                    Arrays.stream(survey.known(walk.nodes())).distinct().toArray()) uses[point]++;
        for (Survey.Named door : survey.doors) uses[survey.numberOf(door.node())]++;
        return uses;
    }

    private void edge(int one, int other, Footing footing, int street) {
        if (one == other) return;
        int from = number(one, footing);
        int to = number(other, footing);
        grid.add(edges.size() / 4, survey.lat[one], survey.lng[one], survey.lat[other], survey.lng[other]);
        edges.add(from, to, footing.number(), street);
    }

    private int number(int point, Footing footing) {
        if (numbers[point] == NONE) {
            numbers[point] = nodes.size() / 3;
            nodes.add(survey.lat[point], survey.lng[point], 0);
        }
        int touch = footing == Footing.BIG_ROAD ? 2 : footing.isRoad() ? 0 : 1;
        touched.merge(numbers[point], touch, (one, other) -> one | other);
        return numbers[point];
    }

    /** A larger road is crossed where the map has a crossing, or where a path leads onto it. */
    private void markCrossings(int[] places) {
        touched.forEach((node, touch) -> {
            if (touch == 3) places[3 * node + 2] = 1;
        });
        for (long crossing : survey.crossings) {
            @Nullable Integer node = numbered(crossing);
            if (node != null) places[3 * node + 2] = 1;
        }
    }

    private @Nullable Integer numbered(long node) {
        int number = survey.numberIfAny(node);
        return number < 0 || numbers[number] == NONE ? null : numbers[number];
    }

    private void incidences(Path folder, int count) throws IOException {
        int[] all = edges.toArray();
        int[] first = new int[count + 1];
        for (int edge = 0; edge < all.length / 4; edge++) {
            first[all[4 * edge] + 1]++;
            first[all[4 * edge + 1] + 1]++;
        }
        for (int node = 0; node < count; node++) first[node + 1] += first[node];
        int[] next = first.clone();
        int[] around = new int[all.length / 2];
        for (int edge = 0; edge < all.length / 4; edge++) {
            around[next[all[4 * edge]]++] = edge;
            around[next[all[4 * edge + 1]]++] = edge;
        }
        Numbers.write(folder.resolve("first"), first);
        Numbers.write(folder.resolve("around"), around);
    }
}
