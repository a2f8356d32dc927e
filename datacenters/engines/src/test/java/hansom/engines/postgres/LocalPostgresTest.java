package hansom.engines.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.engines.StartRefused;
import hansom.engines.testing.TestFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LocalPostgresTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatItHoldsOverARestartAndServesOnlyWithThePassword() throws Exception {
        try (LocalPostgres first = LocalPostgres.start(folder, TestFolder.programs())) {
            JdbcClient sql = JdbcClient.create(of(first.database("hansom")));
            sql.sql("CREATE TABLE kept (word text)").update();
            sql.sql("INSERT INTO kept VALUES ('here')").update();
        }
        try (LocalPostgres again = LocalPostgres.start(folder, TestFolder.programs())) {
            PostgresAddress address = again.database("hansom");
            assertThat(JdbcClient.create(of(address))
                            .sql("SELECT word FROM kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("here");
            assertThatThrownBy(() -> of(new PostgresAddress(address.url(), address.user(), "guessed"))
                            .getConnection())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void stopsTheServerThatAKilledNodeLeftBehind() throws Exception {
        LocalPostgres orphan = LocalPostgres.start(folder, TestFolder.programs());
        JdbcClient.create(of(orphan.database("hansom")))
                .sql("CREATE TABLE kept (word text)")
                .update();
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        try (LocalPostgres next = LocalPostgres.start(folder, TestFolder.programs())) {
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(JdbcClient.create(of(next.database("hansom")))
                            .sql("SELECT count(*) FROM kept")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void isNotServedWhenItMayForget() {
        try (LocalPostgres server = LocalPostgres.start(folder, TestFolder.programs())) {
            PostgresAddress address = server.database("hansom");
            Durability.check(of(address));
            PostgresAddress forgetful = new PostgresAddress(
                    address.url() + "&options=-c%20synchronous_commit=off", address.user(), address.password());
            assertThatThrownBy(() -> Durability.check(of(forgetful)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("synchronous_commit");
        }
    }

    @Test
    void readsTheUsualFormOfAnAddress() {
        assertThat(PostgresAddress.of("postgres://anna:secret@db.example:6543/rides"))
                .isEqualTo(new PostgresAddress(
                        "jdbc:postgresql://db.example:6543/rides?connectTimeout=5&socketTimeout=60", "anna", "secret"));
        assertThatThrownBy(() -> PostgresAddress.of("db.example")).isInstanceOf(StartRefused.class);
    }

    private static PGSimpleDataSource of(PostgresAddress address) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(address.url());
        dataSource.setUser(address.user());
        dataSource.setPassword(address.password());
        return dataSource;
    }
}
