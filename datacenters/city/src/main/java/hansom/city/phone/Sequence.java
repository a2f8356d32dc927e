package hansom.city.phone;

/** How far a person's feed has been heard; a number that is left out is something that was not told. */
final class Sequence {
    private long last = -1;

    /** How a frame fits. */
    enum Fit {
        NEXT,
        AGAIN,
        GAP
    }

    /** Where to go on from; negative when nothing was heard yet. */
    synchronized long last() {
        return last;
    }

    /** A frame that was told before may come again; after a snapshot the count goes on from there. */
    synchronized Fit heard(long seq, boolean snapshot) {
        if (snapshot || last < 0) {
            last = Math.max(last, seq);
            return Fit.NEXT;
        }
        if (seq <= last) return Fit.AGAIN;
        Fit fit = seq == last + 1 ? Fit.NEXT : Fit.GAP;
        last = seq;
        return fit;
    }
}
