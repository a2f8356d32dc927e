package hansom.geo.place;

import java.util.Arrays;

/** How many slips of the finger lie between two words: letters too many, too few, wrong, or swapped (Damerau, 1964; adjacent swaps only). */
final class Edits {
    private Edits() {}

    /** The number of edits, or {@code most + 1} when there are more than {@code most}. */
    static int between(String one, String other, int most) {
        int length = other.length();
        if (Math.abs(one.length() - length) > most) return most + 1;
        int[] before = new int[length + 1];
        int[] last = new int[length + 1];
        int[] now = new int[length + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= length; j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && swapped(one, i, other, j)) now[j] = Math.min(now[j], before[j - 2] + 1);
                least = Math.min(least, now[j]);
            }
            if (least > most) return most + 1;
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return Math.min(last[length], most + 1);
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
