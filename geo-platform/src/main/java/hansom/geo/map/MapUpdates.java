package hansom.geo.map;

import hansom.contract.geo.GeoQuery.FindMapUpdate;
import hansom.contract.geo.MapCommand.UpdateMap;
import hansom.contract.geo.MapEvent;
import hansom.contract.geo.MapEvent.MapUpdateAsked;
import hansom.contract.geo.MapEvent.MapUpdateFailed;
import hansom.contract.geo.MapEvent.MapUpdated;
import hansom.contract.geo.MapUpdate;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.engines.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes over to another map when an operator asks, one at a time. All its parts are built and opened beside those that are served; only then the
 * map of the next start is noted and each part takes its place. Whatever fails before leaves the node as it was; a node that is killed before
 * has its old map.
 */
final class MapUpdates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MapUpdates.class);

    private final Maps maps;
    private final Supplier<List<Renewable>> parts;
    private final Consumer<MapEvent> events;
    private final Clock businessClock;
    private final MapMeters meters;
    private final ExecutorService work = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("map")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private volatile Extract served;
    private List<Extract> kept;
    private volatile @Nullable Progress latest;

    MapUpdates(
            Maps maps,
            Supplier<List<Renewable>> parts,
            Consumer<MapEvent> events,
            Clock businessClock,
            MapMeters meters) {
        this.maps = maps;
        this.parts = parts;
        this.events = events;
        this.businessClock = businessClock;
        this.served = maps.served().extract();
        this.kept = List.of(served);
        this.meters = meters;
    }

    @CommandHandler
    synchronized void handle(UpdateMap asked) {
        Path file = file(asked.file());
        Progress before = latest;
        if (before != null && !before.over()) throw refused(RefusalCode.MAP_UPDATE_RUNNING);
        Progress update = new Progress(asked.file(), asked.operator(), Clock.systemUTC());
        latest = update;
        CurrentUnitOfWork.get().onRollback(undone -> latest = before);
        CurrentUnitOfWork.get().afterCommit(done -> work.execute(() -> update(file, update)));
        events.accept(new MapUpdateAsked(asked.file(), served.hash(), asked.operator(), businessClock.instant()));
    }

    private static Path file(String named) {
        try {
            Path file = Path.of(named);
            if (file.isAbsolute() && Files.isRegularFile(file) && Files.isReadable(file)) return file;
        } catch (InvalidPathException none) {
            LOG.debug("no path: {}", named);
        }
        throw refused(RefusalCode.MAP_FILE_UNKNOWN);
    }

    private static CommandExecutionException refused(RefusalCode code) {
        return new CommandExecutionException(code.wire(), null, new Refusal(code));
    }

    @QueryHandler
    Optional<MapUpdate> handle(FindMapUpdate asked) {
        return Optional.ofNullable(latest).map(Progress::show);
    }

    /** On the thread for it; whatever happens ends the update. */
    private void update(Path file, Progress update) {
        List<Renewable.Next> opened = new ArrayList<>();
        String from = served.hash();
        try {
            MapFolder map = take(file);
            update.checks(map.extract().hash());
            Census.check(Maps.extract(map));
            for (Renewable part : parts.get()) {
                update.builds(part.name());
                opened.add(part.open(map));
                update.built();
            }
            goOver(map.extract(), opened);
            LOG.info("the map is {} from now on, {}", served.name(), served.hash());
            update.serves();
            note(
                    update,
                    new MapUpdated(file.toString(), from, served.hash(), update.operator(), businessClock.instant()));
        } catch (Exception | OutOfMemoryError failure) {
            opened.forEach(Renewable.Next::drop);
            maps.keepOnly(kept);
            RefusalCode code = code(failure);
            String why = MapFolder.reason(failure);
            if (code == RefusalCode.INTERNAL_ERROR) LOG.error("the map is not updated", failure);
            else LOG.warn("the map is not updated: {}, {}", code.wire(), why);
            update.fails(code, why);
            note(
                    update,
                    new MapUpdateFailed(file.toString(), from, code, why, update.operator(), businessClock.instant()));
        }
    }

    /** A map that was served a moment ago stays on the disk, and is gone back to in no time. */
    private void goOver(Extract next, List<Renewable.Next> opened) throws IOException {
        maps.choose(next);
        try {
            opened.forEach(Renewable.Next::serve);
        } catch (RuntimeException notServed) {
            maps.choose(served);
            throw notServed;
        }
        kept = List.of(served, next);
        served = next;
        meters.serve(next);
        maps.keepOnly(kept);
    }

    private MapFolder take(Path file) throws IOException {
        MapFolder map = maps.take(file);
        if (map.extract().hash().equals(served.hash()))
            throw new MapUnfit(RefusalCode.MAP_SERVED_ALREADY, RefusalCode.MAP_SERVED_ALREADY.meaning());
        return map;
    }

    private static RefusalCode code(Throwable failure) {
        return switch (failure) {
            case MapUnfit unfit -> unfit.code();
            case StartRefused _ -> RefusalCode.MAP_UNREADABLE;
            default -> RefusalCode.INTERNAL_ERROR;
        };
    }

    private void note(Progress update, MapEvent event) {
        meters.end(update.show());
        try {
            events.accept(event);
        } catch (RuntimeException notNoted) {
            LOG.error("the end of the update could not be noted", notNoted);
        }
    }

    @Override
    public void close() {
        work.shutdownNow();
    }
}
