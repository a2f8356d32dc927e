package hansom.geo.map;

/** Something that is served of a map and can be of another from one moment to the next, while it is asked. */
public interface Renewable {
    /** What it is, as those read it who watch an update: {@code roads}. */
    String name();

    /** Builds what it lacks and opens the map beside the one that is served, which nobody notices yet. */
    Next open(MapFolder map);

    /** The same of another map, opened: it is either served from now on or dropped. */
    interface Next {
        /** Whoever asks from now on asks it; whoever has asked before ends on the one before. */
        void serve();

        void drop();
    }
}
