package hansom.bench;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Seeded chance: the same seed and number give the same draws. */
final class Chance {
    private static final long APART = 0x9E37_79B9_7F4A_7C15L;

    private Chance() {}

    static RandomGenerator of(long seed, long number) {
        return new SplittableRandom(seed * 31 + number * APART);
    }
}
