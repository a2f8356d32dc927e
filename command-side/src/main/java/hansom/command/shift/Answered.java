package hansom.command.shift;

import hansom.contract.shift.OfferId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the last offers of a shift ended, the oldest first, so that a repeated or late call gets the answer that fits. */
record Answered(Map<String, How> last) {
    private static final int KEPT = 50;

    /** How an offer ended for the shift. */
    enum How {
        ACCEPTED,
        DECLINED,
        LAPSED,
        WITHDRAWN
    }

    Answered {
        last = new LinkedHashMap<>(last);
    }

    Answered() {
        this(Map.of());
    }

    @Nullable
    How how(OfferId offer) {
        return last.get(offer.value());
    }

    Answered with(OfferId offer, How how) {
        Answered more = new Answered(last);
        more.last.put(offer.value(), how);
        if (more.last.size() > KEPT)
            more.last.remove(more.last.keySet().iterator().next());
        return more;
    }
}
