package hansom.edge;

/** Something that is cleared away from time to time; safe to do twice, and on every node. */
public interface Chore {
    void tidy();
}
