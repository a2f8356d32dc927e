package hansom.geo.closure;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.closure.ClosureEvent.RoadsClosed;
import hansom.contract.closure.ClosureEvent.RoadsReopened;
import hansom.contract.closure.ClosureId;
import hansom.contract.geo.GeoQuery.ListClosures;
import hansom.contract.geo.Point;
import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClosureFollowerTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final ClosureId MARATHON = new ClosureId(Uuid7.mint("cls", Region.named("local"), NOON));
    private static final List<Point> AREA =
            List.of(new Point(43.73, 7.42), new Point(43.73, 7.43), new Point(43.74, 7.43));

    private final DataSource database = TestPostgres.fresh();
    private final Moving clock = new Moving(NOON);

    @Test
    void keepsAwayFromWhatIsClosedWhileItIs() {
        ClosureBoard board = new ClosureBoard(clock);
        ClosureFollower closures = follower(board);
        closures.on(closed(NOON.plusSeconds(60), NOON.plusSeconds(120)));
        assertThat(board.now()).isEmpty();
        assertThat(closures.handle(new ListClosures()).closures()).hasSize(1);
        clock.now = NOON.plusSeconds(60);
        assertThat(board.now()).containsExactly(AREA).isSameAs(board.now());
        clock.now = NOON.plusSeconds(120);
        assertThat(board.now()).isEmpty();
        assertThat(closures.handle(new ListClosures()).closures()).isEmpty();
    }

    @Test
    void opensWhatIsReopened() {
        ClosureBoard board = new ClosureBoard(clock);
        ClosureFollower closures = follower(board);
        closures.on(closed(NOON, null));
        assertThat(board.now()).containsExactly(AREA);
        closures.on(new RoadsReopened(MARATHON, "opr", NOON));
        assertThat(board.now()).isEmpty();
    }

    @Test
    void remembersAfterARestartHoweverLongAgoItWasClosed() {
        follower(new ClosureBoard(clock)).on(closed(NOON, null));
        clock.now = NOON.plus(Duration.ofDays(30));
        ClosureBoard again = new ClosureBoard(clock);
        ClosureFollower closures = follower(again);
        assertThat(again.now()).containsExactly(AREA);
        closures.on(new RoadsReopened(MARATHON, "opr", clock.now));
        closures.on(closed(NOON, null));
        assertThat(again.now()).as("told again of what has been reopened").isEmpty();
        assertThat(follower(new ClosureBoard(clock)).handle(new ListClosures()).closures())
                .isEmpty();
    }

    private ClosureFollower follower(ClosureBoard board) {
        Migrations.run(database, "roads");
        return new ClosureFollower(
                board,
                new ClosureTable(
                        JdbcClient.create(database), new PostgresDialect(), TestPostgres.transactions(database)));
    }

    private static RoadsClosed closed(Instant from, @Nullable Instant until) {
        return new RoadsClosed(MARATHON, AREA, from, until, "marathon", "opr", NOON);
    }

    private static final class Moving extends Clock {
        private Instant now;

        Moving(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
