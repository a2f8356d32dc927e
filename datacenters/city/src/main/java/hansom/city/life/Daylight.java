package hansom.city.life;

/** Whether the city is out: while it is, riders wish and drivers work; when it ends, running rides go on to their end. */
public final class Daylight {
    private boolean wishing;
    private boolean working;
    private boolean over;

    public synchronized void wish(boolean allowed) {
        wishing = allowed;
        notifyAll();
    }

    public synchronized void work(boolean allowed) {
        working = allowed;
        notifyAll();
    }

    /** Nobody does anything any more. */
    public synchronized void end() {
        wishing = false;
        working = false;
        over = true;
        notifyAll();
    }

    public synchronized boolean wishing() {
        return wishing;
    }

    public synchronized boolean working() {
        return working;
    }

    public synchronized boolean over() {
        return over;
    }

    /** Waits until drivers are wanted; false when the city has ended. */
    public synchronized boolean awaitWork() throws InterruptedException {
        while (!working && !over) wait();
        return !over;
    }

    /** Waits until riders may wish; false when the city has ended. */
    public synchronized boolean awaitWishes() throws InterruptedException {
        while (!wishing && !over) wait();
        return !over;
    }
}
