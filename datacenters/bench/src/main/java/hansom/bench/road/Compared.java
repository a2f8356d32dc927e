package hansom.bench.road;

import java.util.List;

/**
 * Where one finds a way and the other does not, or another one that takes longer, they differ; the sums are of the pairs that both answer. At a
 * junction GraphHopper's search knows no road to begin on, and so no turn that is forbidden from it.
 */
public record Compared(int pairs, int wrong, int atJunctions, double one, double other) {
    /** Ours are whole milliseconds of each stretch, GraphHopper's are not rounded. */
    private static final double ROUNDING_SECONDS = 0.5;

    static Compared of(List<List<Double>> ones, List<List<Double>> others, List<List<Boolean>> junctions) {
        int pairs = 0;
        int wrong = 0;
        int atJunctions = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < ones.size(); i++)
            for (int j = 0; j < ones.get(i).size(); j++) {
                double mine = ones.get(i).get(j);
                double theirs = others.get(i).get(j);
                pairs++;
                boolean both = Double.isFinite(mine) && Double.isFinite(theirs);
                if (both) {
                    one += mine;
                    other += theirs;
                }
                if (both ? Math.abs(mine - theirs) <= ROUNDING_SECONDS : mine == theirs) continue;
                if (junctions.get(i).get(j)) atJunctions++;
                else wrong++;
            }
        return new Compared(pairs, wrong, atJunctions, one, other);
    }
}
