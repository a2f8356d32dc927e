package hansom.engines.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.engines.StartRefused;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealsTest {
    private static DataSource database;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() {
        database = TestPostgres.fresh();
        Migrations.run(database, "engines");
    }

    @Test
    void opensForThePersonItWasSealedForOnly() {
        Seals seals = seals();
        String sealed = seals.seal("rdr_anna", "Anna");
        assertThat(sealed).doesNotContain("Anna");
        assertThat(seals.seal("rdr_anna", "Anna")).as("never the same twice").isNotEqualTo(sealed);
        assertThat(seals.open("rdr_anna", sealed)).contains("Anna");
        assertThat(seals.open("rdr_eve", sealed)).isEmpty();
        char last = sealed.charAt(sealed.length() - 2);
        String changed = sealed.substring(0, sealed.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 1);
        assertThat(seals.open("rdr_anna", changed)).isEmpty();
    }

    @Test
    void opensNothingOfAnErasedPersonOnAnyNode() {
        MasterKey master = MasterKey.at(folder.resolve("master.key"), true);
        Seals here = seals(master);
        String sealed = here.seal("rdr_carl", "Carl");
        here.destroy("rdr_carl");
        assertThat(here.open("rdr_carl", sealed)).isEmpty();
        assertThat(seals(master).open("rdr_carl", sealed)).isEmpty();
        assertThatThrownBy(() -> here.seal("rdr_carl", "again")).isInstanceOf(Seals.PersonErased.class);
    }

    @Test
    void keepsASecretForEver() {
        MasterKey master = MasterKey.at(folder.resolve("master.key"), true);
        byte[] first = secrets(master).bytes("quote");
        assertThat(secrets(MasterKey.at(folder.resolve("master.key"), false)).bytes("quote"))
                .isEqualTo(first);
        assertThat(secrets(master).bytes("other")).isNotEqualTo(first);
    }

    @Test
    void refusesToStartWithoutAReadableMasterKey() throws Exception {
        assertThatThrownBy(() -> MasterKey.at(folder.resolve("absent"), false)).isInstanceOf(StartRefused.class);
        Path broken = Files.writeString(folder.resolve("broken"), "zz");
        assertThatThrownBy(() -> MasterKey.at(broken, true)).isInstanceOf(StartRefused.class);
    }

    private Seals seals() {
        return seals(MasterKey.at(folder.resolve("master.key"), true));
    }

    private static Seals seals(MasterKey master) {
        return new Seals(
                JdbcClient.create(database), new PostgresDialect(), TestPostgres.transactions(database), master);
    }

    private static Secrets secrets(MasterKey master) {
        return new Secrets(
                JdbcClient.create(database), new PostgresDialect(), TestPostgres.transactions(database), master);
    }
}
