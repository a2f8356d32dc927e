package hansom.contract.geo;

import java.util.List;

/**
 * Where the edge leaves drivers' positions. Returns at once; positions reach the board and every follower within about a tenth of a
 * second. Late, repeated and reordered positions are harmless: the newest is shown, all belong to the track. Nothing is thrown when the
 * store behind it is gone: the newest position of each driver waits for its return.
 */
public interface PositionReports {
    void report(DriverPosition position);

    default void reportAll(List<DriverPosition> positions) {
        positions.forEach(this::report);
    }
}
