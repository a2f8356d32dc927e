package hansom.command.missing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import hansom.command.Decides;
import hansom.contract.missing.MissingRoad.Verdict;
import hansom.contract.missing.MissingRoadCommand.JudgeMissingRoad;
import hansom.contract.missing.MissingRoadEvent;
import hansom.contract.missing.MissingRoadEvent.MissingRoadJudged;
import hansom.contract.missing.MissingRoadId;
import java.time.Clock;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A road that drivers use and the map lacks, once an operator has said something of it. */
@Aggregate
class MissingRoad {
    @AggregateIdentifier
    private MissingRoadId id;

    private @Nullable Verdict verdict;
    private String note = "";

    @Decides
    void handle(JudgeMissingRoad judge, Clock clock) {
        if (judge.verdict() == verdict && judge.note().equals(note)) return;
        apply(new MissingRoadJudged(
                judge.missingRoadId(),
                judge.verdict(),
                judge.kind(),
                judge.line(),
                judge.note(),
                judge.operator(),
                clock.instant()));
    }

    @EventSourcingHandler
    void on(MissingRoadEvent event) {
        id = event.missingRoadId();
        switch (event) {
            case MissingRoadJudged judged -> {
                verdict = judged.verdict();
                note = judged.note();
            }
        }
    }
}
