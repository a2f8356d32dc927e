package hansom.geo.hierarchy;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * Where searches are made: as many at a time as there are processors, each in room that is used again, so that memory does not grow with
 * the number of threads that ask. Who comes when all are busy waits for microseconds.
 */
public final class Finder {
    private final BlockingQueue<Ways> idle;

    public Finder(Hierarchy hierarchy) {
        int atOnce = Runtime.getRuntime().availableProcessors();
        idle = new ArrayBlockingQueue<>(atOnce);
        for (int i = 0; i < atOnce; i++) idle.add(new Ways(hierarchy));
    }

    /** Answers from the ways to a target that is reached from each of these nodes at the cost beside it; they may not be kept. */
    public <T> T to(Metric metric, int[] nodes, int[] costs, Function<Ways, T> answer) {
        Ways ways;
        try {
            ways = idle.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to search", stopped);
        }
        try {
            ways.target(metric, nodes, costs);
            return answer.apply(ways);
        } finally {
            idle.add(ways);
        }
    }
}
