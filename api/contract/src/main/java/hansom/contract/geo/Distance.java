package hansom.contract.geo;

/** A length of road or of a straight line, in whole metres, never negative. */
public record Distance(long metres) implements Comparable<Distance> {
    public static final Distance NONE = new Distance(0);

    public Distance {
        if (metres < 0) throw new IllegalArgumentException("a distance is never negative");
    }

    public static Distance ofMetres(long metres) {
        return new Distance(metres);
    }

    public Distance plus(Distance other) {
        return new Distance(Math.addExact(metres, other.metres));
    }

    @Override
    public int compareTo(Distance other) {
        return Long.compare(metres, other.metres);
    }
}
