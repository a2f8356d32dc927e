package hansom.geo.place;

import java.util.Collection;
import java.util.Map;

/**
 * One word of a wish: as it was asked, whether it may be unfinished, a house's number or a kind of street, the words of the index that it may
 * mean (each with how well, 0 to 1), and how much it tells (rare words tell more).
 */
record Asked(
        String word, boolean unfinished, boolean number, boolean kind, Map<String, Double> readings, double weight) {
    private static final double BEGUN = 0.6;

    Asked {
        readings = Map.copyOf(readings);
    }

    /** How well a word of the index is what was asked, 0 to 1. */
    double fits(String indexed) {
        double read = readings.getOrDefault(indexed, 0.0);
        if (!unfinished || !indexed.startsWith(word)) return read;
        return Math.max(read, BEGUN + (1 - BEGUN) * word.length() / indexed.length());
    }

    double fitsBest(Collection<String> words) {
        double best = 0;
        for (String indexed : words) best = Math.max(best, fits(indexed));
        return best;
    }
}
