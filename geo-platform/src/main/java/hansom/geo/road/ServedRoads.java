package hansom.geo.road;

import hansom.geo.map.MapFolder;
import hansom.geo.map.Renewable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roads of the map that is served. Whoever asks reads {@link #now} once for all that belongs together: after an update the next who asks has
 * those of the other map, with the closures of this moment, and what was learned on the roads that both have. Roads that are not served any more
 * can be read as long as somebody holds them.
 */
public final class ServedRoads implements Renewable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServedRoads.class);

    private final Function<MapFolder, RoadNetwork> opening;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Opened served;
    private Function<Stretches, Traffic> learned = _ -> () -> Paces.FREE;
    private Forecast forecast = Forecast.ROADS;

    private record Opened(RoadNetwork network, RoutePlanner planner, MapDescription description) {
        static Opened on(RoadNetwork network, MapFolder map) {
            return new Opened(
                    network,
                    new RoutePlanner(network),
                    new MapDescription(network, map.extract().name()));
        }
    }

    ServedRoads(MapFolder map, Function<MapFolder, RoadNetwork> opening) {
        this.opening = opening;
        this.served = Opened.on(opening.apply(map), map);
    }

    public RoadNetwork now() {
        return served.network;
    }

    /** What plans routes on them. */
    public RoutePlanner planner() {
        return served.planner;
    }

    /** Where cars may stop on them. */
    public Kerbs kerbs() {
        return new Kerbs(served.network);
    }

    MapDescription description() {
        return served.description;
    }

    /** Whose word on how fast the roads of each map are is taken from now on. */
    public synchronized void follow(Function<Stretches, Traffic> told) {
        learned = told;
        served.network.heed(told.apply(served.network.stretches()));
    }

    /** {@code told} is called each time after other roads are served. */
    public void whenRenewed(Runnable told) {
        listeners.add(told);
    }

    /** What is added to times from now on, whatever the map. */
    public synchronized void heed(Forecast told) {
        forecast = told;
        served.network.heed(told);
    }

    @Override
    public String name() {
        return "roads";
    }

    @Override
    public Next open(MapFolder map) {
        Opened next = Opened.on(opening.apply(map), map);
        try {
            Coverage.check(served.network, next.network);
            next.description.info();
        } catch (RuntimeException unfit) {
            next.network.close();
            throw unfit;
        }
        return new Next() {
            @Override
            public void serve() {
                renew(next);
            }

            @Override
            public void drop() {
                next.network.close();
            }
        };
    }

    /** What was learned until now goes along; the snapshot for it is made before anybody asks. */
    private synchronized void renew(Opened next) {
        RoadNetwork before = served.network;
        try {
            next.network.heed(forecast);
            next.network.heed(learned.apply(next.network.stretches()));
        } catch (RuntimeException notMade) {
            before.heed(learned.apply(before.stretches()));
            throw notMade;
        }
        served = next;
        before.close();
        for (Runnable listener : listeners)
            try {
                listener.run();
            } catch (RuntimeException failed) {
                LOG.warn("somebody is not on the new map yet", failed);
            }
    }

    @Override
    public synchronized void close() {
        served.network.close();
    }
}
