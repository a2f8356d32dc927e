package hansom.drill.book;

/** One thing that does not hold: what was promised, and what is there. */
public record Finding(Kind kind, String promised, String there) {
    /** What is wrong with it. */
    public enum Kind {
        LOST,
        DOUBLE,
        STUCK
    }

    @Override
    public String toString() {
        return "%s: %s; there is %s".formatted(kind, promised, there);
    }
}
