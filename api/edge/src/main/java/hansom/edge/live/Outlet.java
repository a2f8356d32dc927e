package hansom.edge.live;

/** Where a person's news go: one WebSocket or one event stream. Safe to call from any thread. */
interface Outlet {
    /** Whether the other side keeps up; news wait and positions are dropped while it does not. */
    boolean ready();

    void send(Envelope envelope);

    void close(CloseCode code);
}
