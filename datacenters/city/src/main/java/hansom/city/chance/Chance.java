package hansom.city.chance;

import java.util.List;

/**
 * A place in the tree of all that can happen, grown from one seed. What is drawn depends on the seed and on the names on the way here, never
 * on when or how often it is drawn: so the same seed has the same people, wishes and moves whatever else goes on.
 */
public record Chance(long seed) {
    private static final double UNIT = 0x1.0p-53;

    /** What may happen within something. */
    public Chance of(String name) {
        return new Chance(mixed(name));
    }

    /** What may happen at one of many. */
    public Chance of(String name, long number) {
        return new Chance(mix(mixed(name) + 0x9E3779B97F4A7C15L * (number + 1)));
    }

    /** Evenly from 0 up to 1. */
    public double unit(String name) {
        return (mixed(name) >>> 11) * UNIT;
    }

    public double between(String name, double least, double most) {
        return least + (most - least) * unit(name);
    }

    public boolean happens(String name, double probability) {
        return unit(name) < probability;
    }

    /** Spread around 0, two thirds of it within 1. */
    public double normal(String name) {
        double first = Math.max(UNIT, of(name).unit("radius"));
        return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * of(name).unit("angle"));
    }

    /** How long until something that comes once in so long on average. */
    public double after(String name, double mean) {
        return -mean * Math.log(Math.max(UNIT, 1 - unit(name)));
    }

    /** From 0 to below the bound. */
    public int below(String name, int bound) {
        return (int) (unit(name) * bound);
    }

    public <T> T pick(String name, List<T> of) {
        return of.get(below(name, of.size()));
    }

    private long mixed(String name) {
        long mixed = seed;
        for (int i = 0; i < name.length(); i++) mixed = mix(mixed ^ name.charAt(i));
        return mixed;
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
