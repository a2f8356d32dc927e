package hansom.edge;

import hansom.engines.sql.Migrations;
import javax.sql.DataSource;

/** Proof that the edge's tables are up to date; a store takes it as a constructor parameter, so as not to be made before them. */
public final class EdgeTables {
    EdgeTables() {}

    public static EdgeTables upToDate(DataSource dataSource) {
        Migrations.run(dataSource, "edge");
        return new EdgeTables();
    }
}
