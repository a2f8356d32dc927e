package hansom.command.rider;

import hansom.command.refusal.RefusedException;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rider keeps (places, contacts, cards), each by its id as it was last told; at most twenty of a kind. */
final class Belongings {
    private static final int MOST = 20;

    private final Map<String, RiderEvent> kept = new LinkedHashMap<>();

    /** Whether keeping this tells something new; refused when there are too many. */
    boolean isNew(String id, RiderEvent told) {
        @Nullable RiderEvent known = kept.get(id);
        if (known == null && kept.size() >= MOST) throw new RefusedException(RefusalCode.TOO_MANY);
        return !told.equals(known);
    }

    boolean has(String id) {
        return kept.containsKey(id);
    }

    void keep(String id, RiderEvent told) {
        kept.put(id, told);
    }

    void drop(String id) {
        kept.remove(id);
    }
}
