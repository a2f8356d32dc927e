package hansom.geo.closure;

import hansom.contract.closure.ClosureEvent.RoadsClosed;
import hansom.contract.closure.ClosureEvent.RoadsReopened;
import hansom.contract.closure.Closures;
import hansom.contract.geo.GeoQuery.ListClosures;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;

/** Follows what operators close and reopen, and tells what is closed. */
@ProcessingGroup("geo.closures")
class ClosureFollower {
    private final ClosureBoard board;
    private final ClosureTable table;

    ClosureFollower(ClosureBoard board, ClosureTable table) {
        this.board = board;
        this.table = table;
        table.closed().forEach(board::put);
    }

    @EventHandler
    void on(RoadsClosed closed) {
        if (table.put(closed)) board.put(closed);
    }

    @EventHandler
    void on(RoadsReopened reopened) {
        table.reopen(reopened.closureId());
        board.remove(reopened.closureId());
    }

    @QueryHandler
    Closures handle(ListClosures asked) {
        return new Closures(board.list());
    }
}
