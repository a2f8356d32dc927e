package hansom.drill.book;

/** Counts everything that was promised against everything that is there. */
public final class Count {
    private Count() {}

    public static Findings of(Diaries diaries, Kept kept) {
        Findings findings = new Findings();
        new Promises(kept, findings).count(diaries);
        new Money(kept, findings).count();
        new Rides(kept, findings).count();
        return findings;
    }
}
