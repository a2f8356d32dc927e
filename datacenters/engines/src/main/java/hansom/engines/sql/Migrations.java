package hansom.engines.sql;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a module's tables up to date: its scripts lie under {@code db/<module>} on the class path, and its history in a table of its own, so
 * that modules never step on each other's numbers. Doing it again does nothing.
 */
public final class Migrations {
    private Migrations() {}

    public static void run(DataSource dataSource, String module) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/" + module)
                .table("flyway_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
