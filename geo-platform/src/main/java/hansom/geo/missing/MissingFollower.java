package hansom.geo.missing;

import hansom.contract.missing.MissingRoadEvent;
import hansom.contract.missing.MissingRoadEvent.MissingRoadJudged;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.engines.keys.KeyedHash;
import hansom.geo.track.Stray;
import hansom.geo.track.Strayed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Gathers where completed trips strayed from the roads, and what operators say of it. */
@ProcessingGroup(MissingFollower.GROUP)
final class MissingFollower {
    static final String GROUP = "geo.missing";

    private final Candidates candidates;
    private final Strayed strayed;
    private final KeyedHash names;

    MissingFollower(Candidates candidates, Strayed strayed, KeyedHash names) {
        this.candidates = candidates;
        this.strayed = strayed;
        this.names = names;
    }

    /** After a start events of the last hours are told once more. */
    @EventHandler
    void on(OrderCompleted completed) {
        if (!candidates.isNews(completed.at())) return;
        List<Stray> strays = strayed.of(completed.tracking().file(), completed.riderId());
        if (strays.isEmpty()) return;
        Witness witness = new Witness(
                name(completed.driver().driverId().value()),
                name(completed.riderId().value()));
        candidates.drove(strays, witness, completed.at());
    }

    @EventHandler
    void on(MissingRoadEvent event) {
        switch (event) {
            case MissingRoadJudged judged -> candidates.judged(judged);
        }
    }

    private long name(String id) {
        return ByteBuffer.wrap(names.of(id.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
