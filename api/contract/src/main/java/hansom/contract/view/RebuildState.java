package hansom.contract.view;

/** How far a rebuild has come. */
public enum RebuildState {
    /** Events are read from the first on. */
    FILLING,
    /** The events of the past are in; indexes are made. */
    INDEXING,
    /** The rows of both generations are held against each other. */
    COMPARING,
    /** The new generation is about to answer. */
    SWITCHING,
    /** The new generation answers. */
    SWITCHED,
    /** The rows differ, and it was asked to switch only when they do not. */
    DIFFERS,
    /** It was given up; the living generation was never touched. */
    FAILED;

    /** Whether nothing more comes of it. */
    public boolean over() {
        return this == SWITCHED || this == DIFFERS || this == FAILED;
    }
}
