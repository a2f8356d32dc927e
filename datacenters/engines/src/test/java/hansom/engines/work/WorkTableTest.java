package hansom.engines.work;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.sql.Transactions;
import hansom.engines.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorkTableTest {
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static DataSource database;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Transactions transactions;
    private WorkTable table;

    @BeforeAll
    static void make() {
        database = TestPostgres.fresh();
        Migrations.run(database, "engines");
    }

    @BeforeEach
    void begin() {
        JdbcClient sql = JdbcClient.create(database);
        sql.sql("DELETE FROM work").update();
        transactions = TestPostgres.transactions(database);
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        table = new WorkTable(sql, new PostgresDialect(), transactions, clock, "node-1");
    }

    @Test
    void takesWhatWasNotedTwiceOnce() {
        note("call-1");
        note("call-1");
        assertThat(table.take("pay", 10, LEASE)).extracting(Work::id).containsExactly("call-1");
        assertThat(table.take("pay", 10, LEASE)).isEmpty();
    }

    @Test
    void givesAWorkersCallToTheNextWhenItsLeaseEnds() {
        note("call-1");
        table.take("pay", 10, LEASE);
        now = now.plus(LEASE).plusMillis(1);
        assertThat(table.take("pay", 10, LEASE)).extracting(Work::attempts).containsExactly(1);
    }

    @Test
    void takesUpItsOwnCallsAtOnceAfterARestart() {
        note("call-1");
        table.take("pay", 10, LEASE);
        table.takeUpOwn();
        assertThat(table.take("pay", 10, LEASE)).hasSize(1);
    }

    @Test
    void asksAgainOnlyAfterThePause() {
        note("call-1");
        Work work = table.take("pay", 10, LEASE).getFirst();
        table.close(work, new Worker.Outcome.Again(Duration.ofSeconds(5), "no answer"));
        assertThat(table.take("pay", 10, LEASE)).isEmpty();
        now = now.plusSeconds(5);
        assertThat(table.take("pay", 10, LEASE)).hasSize(1);
    }

    @Test
    void keepsTheHopelessForAPersonWhoMayRetryIt() {
        note("call-1");
        Work work = table.take("pay", 10, LEASE).getFirst();
        table.close(work, new Worker.Outcome.Hopeless("account closed"));
        now = now.plus(Duration.ofDays(1));
        assertThat(table.take("pay", 10, LEASE)).isEmpty();
        assertThat(table.parked()).extracting(WorkTable.Parked::why).containsExactly("account closed");
        assertThat(table.retry("pay", "call-2")).isFalse();
        assertThat(table.retry("pay", "call-1")).isTrue();
        assertThat(table.take("pay", 10, LEASE)).hasSize(1);
    }

    @Test
    void givesACallToOneOfManyWorkers() throws Exception {
        for (int number = 0; number < 50; number++) note("call-" + number);
        Set<String> taken = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> counts = threads.invokeAll(java.util.Collections.nCopies(8, () -> {
                int mine = 0;
                for (Work work : table.take("pay", 10, LEASE)) {
                    assertThat(taken.add(work.id()))
                            .as("taken twice: " + work.id())
                            .isTrue();
                    mine++;
                }
                return mine;
            }));
            for (Future<Integer> count : counts) count.get();
        }
        assertThat(taken).isNotEmpty();
    }

    private void note(String id) {
        transactions.run(() -> table.note("pay", id, "{}"));
    }
}
