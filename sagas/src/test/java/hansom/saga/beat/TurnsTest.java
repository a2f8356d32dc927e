package hansom.saga.beat;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.engines.sql.Migrations;
import hansom.engines.sql.Transactions;
import hansom.engines.testing.TestPostgres;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TurnsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final DataSource dataSource = TestPostgres.fresh();
    private final Transactions transactions = TestPostgres.transactions(dataSource);
    private Instant now = NOON;
    private final Turns first = turnsOf("node-1");
    private final Turns second = turnsOf("node-2");

    @BeforeEach
    void theTable() {
        Migrations.run(dataSource, "sagas");
    }

    @Test
    void areTakenByOneNodeOnly() {
        assertThat(first.take("matching")).isTrue();
        assertThat(second.take("matching")).isFalse();
        assertThat(first.take("matching")).isTrue();
    }

    @Test
    void areTakenOverFromANodeThatFellSilent() {
        first.take("matching");
        now = NOON.plus(Turns.LENGTH).plusMillis(1);
        assertThat(second.take("matching")).isTrue();
        assertThat(first.take("matching")).isFalse();
    }

    @Test
    void areNotTakenOverFromANodeThatRenewsInTime() {
        first.take("matching");
        now = NOON.plusSeconds(8);
        first.take("matching");
        now = NOON.plusSeconds(16);
        assertThat(second.take("matching")).isFalse();
    }

    @Test
    void passOnAtOnceWhenGivenAway() {
        first.take("matching");
        first.give("matching");
        assertThat(second.take("matching")).isTrue();
    }

    @Test
    void areNotGivenAwayByWhoDoesNotHaveThem() {
        first.take("matching");
        second.give("matching");
        assertThat(second.take("matching")).isFalse();
    }

    @Test
    void areOneForEachKindOfWork() {
        assertThat(first.take("matching")).isTrue();
        assertThat(second.take("days")).isTrue();
    }

    private Turns turnsOf(String node) {
        return new Turns(JdbcClient.create(dataSource), transactions, node, () -> now);
    }
}
