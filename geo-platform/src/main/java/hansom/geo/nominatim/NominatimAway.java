package hansom.geo.nominatim;

import org.jspecify.annotations.Nullable;

/** Nominatim gave no answer that can be used. */
final class NominatimAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What happened, in a word that is counted by. */
    enum Why {
        /** No connection. */
        UNREACHABLE(true),
        /** Told to come again. */
        BUSY(true),
        /** Too long silent, or too long in speaking. */
        LATE(false),
        /** An error of its own. */
        BROKEN(false),
        /** No answer that it could have given. */
        GARBLED(false),
        /** It will not take this question. */
        REFUSED(false);

        /** Whether the same question may be asked once more at once. */
        final boolean passing;

        Why(boolean passing) {
            this.passing = passing;
        }
    }

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Why why;

    NominatimAway(Why why, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.why = why;
    }

    /** What a status other than 200 means. */
    static NominatimAway status(int status) {
        Why why = switch (status) {
            case UNAVAILABLE -> Why.BUSY;
            case TOO_MANY -> Why.BROKEN;
            default -> status >= 400 && status < 500 ? Why.REFUSED : Why.BROKEN;
        };
        return new NominatimAway(why, "HTTP " + status, null);
    }

    Why why() {
        return why;
    }

    /** Whether it says something about the service, not about the question. */
    boolean ofTheService() {
        return why != Why.REFUSED;
    }
}
