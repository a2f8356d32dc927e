package hansom.geo.map;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one package has opened of the map that is served. Each question reads the reference once and ends on what it began on; what is not
 * served any more is closed when the last question to it has ended.
 */
public final class Served<T> implements Renewable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Served.class);

    private final String name;
    private final Function<MapFolder, T> opening;
    private final Consumer<T> closing;
    private Lent<T> lent;

    /** Something open, how many ask it, and whether it was given up meanwhile. */
    private static final class Lent<T> {
        private final T open;
        private int asking;
        private boolean givenUp;

        Lent(T open) {
            this.open = open;
        }
    }

    /** Opens it of a map at once. */
    public Served(String name, MapFolder map, Function<MapFolder, T> opening, Consumer<T> closing) {
        this.name = name;
        this.opening = opening;
        this.closing = closing;
        this.lent = new Lent<>(opening.apply(map));
    }

    /** What it answers. */
    public <R extends @Nullable Object> R ask(Function<T, R> question) {
        Lent<T> asked = take();
        try {
            return question.apply(asked.open);
        } finally {
            giveBack(asked);
        }
    }

    private synchronized Lent<T> take() {
        lent.asking++;
        return lent;
    }

    private void giveBack(Lent<T> asked) {
        boolean last;
        synchronized (this) {
            asked.asking--;
            last = asked.givenUp && asked.asking == 0;
        }
        if (last) close(asked);
    }

    private void giveUp(Lent<T> before) {
        boolean unasked;
        synchronized (this) {
            unasked = before.asking == 0 && !before.givenUp;
            before.givenUp = true;
        }
        if (unasked) close(before);
    }

    /** Whoever asks, or goes over to another, has no part in what is wrong with the one before. */
    private void close(Lent<T> unserved) {
        try {
            closing.accept(unserved.open);
        } catch (RuntimeException leftOpen) {
            LOG.warn("{} of a map that is served no more cannot be closed", name, leftOpen);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Next open(MapFolder map) {
        T opened = opening.apply(map);
        return new Next() {
            @Override
            public void serve() {
                Lent<T> before;
                synchronized (Served.this) {
                    before = lent;
                    lent = new Lent<>(opened);
                }
                giveUp(before);
            }

            @Override
            public void drop() {
                closing.accept(opened);
            }
        };
    }

    @Override
    public void close() {
        Lent<T> last;
        synchronized (this) {
            last = lent;
        }
        giveUp(last);
    }
}
