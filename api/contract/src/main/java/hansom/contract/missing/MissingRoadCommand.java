package hansom.contract.missing;

import hansom.contract.geo.Point;
import hansom.contract.missing.MissingRoad.Kind;
import hansom.contract.missing.MissingRoad.Verdict;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What an operator may say of a road that the map lacks. */
public sealed interface MissingRoadCommand {
    @TargetAggregateIdentifier
    MissingRoadId missingRoadId();

    /** Says whether it belongs on the map, of the road as it was shown; a later word takes the place of an earlier one. */
    record JudgeMissingRoad(
            MissingRoadId missingRoadId, Verdict verdict, Kind kind, List<Point> line, String note, String operator)
            implements MissingRoadCommand {
        public JudgeMissingRoad {
            line = List.copyOf(line);
        }
    }
}
