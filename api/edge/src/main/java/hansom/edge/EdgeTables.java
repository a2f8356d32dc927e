package hansom.edge;

/** Proof that the edge's tables are up to date; a store takes it as a constructor parameter, so as not to be made before them. */
public final class EdgeTables {
    EdgeTables() {}
}
