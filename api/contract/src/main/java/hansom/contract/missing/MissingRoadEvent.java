package hansom.contract.missing;

import hansom.contract.geo.Point;
import hansom.contract.missing.MissingRoad.Kind;
import hansom.contract.missing.MissingRoad.Verdict;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What has become of a road that the map lacks. */
public sealed interface MissingRoadEvent {
    MissingRoadId missingRoadId();

    @Revision("1")
    record MissingRoadJudged(
            MissingRoadId missingRoadId,
            Verdict verdict,
            Kind kind,
            List<Point> line,
            String note,
            String operator,
            Instant at)
            implements MissingRoadEvent {
        public MissingRoadJudged {
            line = List.copyOf(line);
        }
    }
}
