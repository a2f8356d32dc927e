package hansom.edge;

/** For tests that have made the tables themselves. */
public final class EdgeTablesForTests {
    private EdgeTablesForTests() {}

    public static EdgeTables ready() {
        return new EdgeTables();
    }
}
