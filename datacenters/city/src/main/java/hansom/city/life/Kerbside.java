package hansom.city.life;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where riders meet their drivers and tell them the four digits by word of mouth; strangers of another city do not speak here. */
public final class Kerbside {
    private final Set<String> expected = ConcurrentHashMap.newKeySet();
    private final Map<String, String> said = new ConcurrentHashMap<>();

    /** The rider of this order is one of ours: he will come, or has chosen not to. */
    public void expect(String orderId) {
        expected.add(orderId);
    }

    public boolean expects(String orderId) {
        return expected.contains(orderId);
    }

    /** The rider stands at the car and says his code. */
    public void say(String orderId, String code) {
        said.put(orderId, code);
    }

    public Optional<String> heard(String orderId) {
        return Optional.ofNullable(said.get(orderId));
    }

    public void leave(String orderId) {
        said.remove(orderId);
        expected.remove(orderId);
    }
}
