package hansom.geo.hierarchy;

import java.util.Arrays;

/**
 * What every arc of a hierarchy costs, worked out from what each step costs; never changed afterwards, so any number of threads may search
 * on it while the next one is made.
 */
public final class Metric {
    /** A cost that is no way at all; two of them can be added. */
    public static final int NEVER = Integer.MAX_VALUE / 2;

    final Hierarchy hierarchy;
    final int[] steps;
    final int[] up;
    final int[] down;

    private Metric(Hierarchy hierarchy, int[] steps) {
        this.hierarchy = hierarchy;
        this.steps = steps;
        this.up = new int[hierarchy.up.length];
        this.down = new int[hierarchy.up.length];
    }

    /** From the cost of each step, in milliseconds or whatever is to be least; {@link #NEVER} for one that is not allowed. */
    public static Metric of(Hierarchy hierarchy, int[] steps) {
        if (steps.length != hierarchy.steps.size())
            throw new IllegalArgumentException("%d costs for %d steps".formatted(steps.length, hierarchy.steps.size()));
        Metric metric = new Metric(hierarchy, steps.clone());
        metric.customise();
        return metric;
    }

    /** What a step costs. */
    public int cost(int step) {
        return steps[step];
    }

    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /** The cost of each arc as it stands, then through each lower node that both its ends are joined to, from the lowest rank upwards. */
    private void customise() {
        Hierarchy h = hierarchy;
        for (int arc = 0; arc < up.length; arc++) {
            up[arc] = h.stepUp[arc] == Hierarchy.NONE ? NEVER : steps[h.stepUp[arc]];
            down[arc] = h.stepDown[arc] == Hierarchy.NONE ? NEVER : steps[h.stepDown[arc]];
        }
        int[] arcTo = new int[h.node.length];
        Arrays.fill(arcTo, Hierarchy.NONE);
        for (int v = 0; v < h.node.length; v++) {
            for (int arc = h.firstUp[v]; arc < h.firstUp[v + 1]; arc++) arcTo[h.up[arc]] = arc;
            for (int i = h.firstDown[v]; i < h.firstDown[v + 1]; i++) through(h.down[i], v, arcTo);
        }
    }

    /** Goes from the arc's higher end through its lower one to each node above, and back; only over arcs that lead that way. */
    private void through(int below, int high, int[] arcTo) {
        Hierarchy h = hierarchy;
        int low = h.lower[below];
        int first = h.firstUp[low];
        int both = h.firstBoth[low];
        int onlyDown = h.firstOnlyDown[low];
        int end = h.firstUp[low + 1];
        if (down[below] < NEVER) {
            upwards(first, both, high, down[below], arcTo);
            upwards(both, onlyDown, high, down[below], arcTo);
        }
        if (up[below] < NEVER) {
            downwards(both, onlyDown, high, up[below], arcTo);
            downwards(onlyDown, end, high, up[below], arcTo);
        }
    }

    private void upwards(int first, int end, int high, int goingDown, int[] arcTo) {
        int[] heads = hierarchy.up;
        int[] costs = up;
        for (int other = end - 1; other >= first && heads[other] > high; other--) {
            int arc = arcTo[heads[other]];
            int offered = goingDown + costs[other];
            if (offered < costs[arc]) costs[arc] = offered;
        }
    }

    private void downwards(int first, int end, int high, int comingUp, int[] arcTo) {
        int[] heads = hierarchy.up;
        int[] costs = down;
        for (int other = end - 1; other >= first && heads[other] > high; other--) {
            int arc = arcTo[heads[other]];
            int offered = costs[other] + comingUp;
            if (offered < costs[arc]) costs[arc] = offered;
        }
    }
}
