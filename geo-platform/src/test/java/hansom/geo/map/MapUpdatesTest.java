package hansom.geo.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.FindMapUpdate;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.MapCommand.UpdateMap;
import hansom.contract.geo.MapEvent;
import hansom.contract.geo.MapEvent.MapUpdateAsked;
import hansom.contract.geo.MapEvent.MapUpdateFailed;
import hansom.contract.geo.MapEvent.MapUpdated;
import hansom.contract.geo.MapUpdate;
import hansom.contract.geo.MapUpdate.State;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.geo.place.Geocoder;
import hansom.geo.place.PlaceConfiguration;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.ServedRoads;
import hansom.geo.testing.Monaco;
import hansom.geo.testing.Redrawn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Roads and places of Monaco go over to another edition of the map, or stay what they are. */
class MapUpdatesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MONACO = Monaco.folder().extract().hash();
    private static final PlanRoute ROUTE =
            new PlanRoute(List.of(Monaco.FONTVIEILLE, Monaco.CASINO), VehicleType.CAR, "en", false);

    @TempDir
    Path folder;

    private final List<MapEvent> events = new CopyOnWriteArrayList<>();
    private final AnnotationConfigApplicationContext places = new AnnotationConfigApplicationContext();
    private final Semaphore mayBuild = new Semaphore(100);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Maps maps;
    private ServedRoads roads;
    private MapUpdates updates;

    /** So that they are built once for all tests. */
    @BeforeAll
    static void buildPlaces() {
        assertThat(Redrawn.folder()).isNotNull();
        try (var once = new AnnotationConfigApplicationContext()) {
            once.registerBean(MapFolder.class, Monaco::folder);
            once.register(PlaceConfiguration.class);
            once.refresh();
        }
    }

    @BeforeEach
    void serve() throws IOException {
        Path built = Monaco.folder().path();
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : files.toList())
                Files.copy(file, folder.resolve(built.getFileName()).resolve(built.relativize(file)));
        }
        maps = Maps.open("", folder);
        roads = RoadConfiguration.served(maps.served(), List::of, Clock.systemUTC());
        places.registerBean(MapFolder.class, () -> maps.served());
        places.register(PlaceConfiguration.class);
        places.refresh();
        updates = new MapUpdates(
                maps,
                () -> List.of(waiting(roads), waiting(places.getBean(Renewable.class))),
                events::add,
                Clock.systemUTC(),
                new MapMeters(meters, maps.served().extract()));
    }

    /** Opened when the test lets it. */
    private Renewable waiting(Renewable part) {
        return new Renewable() {
            @Override
            public String name() {
                return part.name();
            }

            @Override
            public Next open(MapFolder map) {
                mayBuild.acquireUninterruptibly();
                return part.open(map);
            }
        };
    }

    @AfterEach
    void close() {
        updates.close();
        roads.close();
        places.close();
    }

    @Test
    void goesOverToAnotherMapWhileItIsAskedAndBack() throws Exception {
        String before = roads.planner().plan(ROUTE).polyline();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService askers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> asked = List.of(
                    askers.submit(
                            () -> asks(done, () -> roads.planner().plan(ROUTE).legs())),
                    askers.submit(() -> asks(done, () -> search("Casino Monte-Carlo"))));
            try {
                ask(Redrawn.file());
                MapUpdate update = ended();
                assertThat(update.state()).as(update.toString()).isEqualTo(State.SERVED);
                assertThat(update.built().stream().map(MapUpdate.Part::name)).containsExactly("roads", "places");
                assertThat(update.hash()).isEqualTo(Redrawn.folder().extract().hash());
                assertThat(roads.now().hash()).isEqualTo(update.hash());
                assertThat(roads.planner().plan(ROUTE).polyline()).isNotEqualTo(before);
                assertThat(Maps.open("", folder).served().extract().hash())
                        .as("after a restart")
                        .isEqualTo(update.hash());

                ask(monaco());
                assertThat(ended().state()).isEqualTo(State.SERVED);
                assertThat(roads.planner().plan(ROUTE).polyline()).isEqualTo(before);
                assertThat(Maps.open("", folder).served().extract().hash()).isEqualTo(MONACO);
            } finally {
                done.set(true);
            }
            for (Future<Integer> each : asked) assertThat(each.get()).isPositive();
        }
        assertThat(events.stream().<Object>map(Object::getClass))
                .containsExactly(MapUpdateAsked.class, MapUpdated.class, MapUpdateAsked.class, MapUpdated.class);
        assertThat(events.get(1)).isInstanceOfSatisfying(MapUpdated.class, updated -> {
            assertThat(updated.from()).isEqualTo(MONACO);
            assertThat(updated.to()).isEqualTo(Redrawn.folder().extract().hash());
            assertThat(updated.operator()).isEqualTo("olga");
        });
        assertThat(meters.get("hansom.map.updates")
                        .tag("how", "served")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("hansom.map.served").gauges())
                .hasSize(1)
                .allSatisfy(
                        served -> assertThat(MONACO).startsWith(served.getId().getTag("map")));
    }

    private static int asks(AtomicBoolean done, Supplier<List<?>> question) {
        int asked = 0;
        for (; !done.get(); asked++) assertThat(question.get()).isNotEmpty();
        return asked;
    }

    private List<?> search(String text) {
        return places.getBean(Geocoder.class).search(new SearchPlaces(text, null, "en", 5));
    }

    /** Nothing changes, neither now nor at the next start, and nothing is left of it. */
    @Test
    void staysWhatItIsWhenTheMapIsUnfit() throws Exception {
        byte[] whole = Files.readAllBytes(monaco());
        Path half = Files.write(folder.resolve("half.osm.pbf"), Arrays.copyOf(whole, whole.length / 2));
        unfit(half, RefusalCode.MAP_UNREADABLE);
        for (int blocks = 1; blocks < 7; blocks++)
            unfit(
                    Files.write(folder.resolve(blocks + "-blocks.osm.pbf"), Arrays.copyOf(whole, endOf(blocks, whole))),
                    RefusalCode.MAP_UNREADABLE);
        assertThat(endOf(7, whole)).as("all blocks were tried").isEqualTo(whole.length);
        unfit(Files.writeString(folder.resolve("words.osm"), "no map at all"), RefusalCode.MAP_UNREADABLE);
        unfit(monaco(), RefusalCode.MAP_SERVED_ALREADY);
        String north = Files.readString(Redrawn.file()).replace("lat=\"43.", "lat=\"44.");
        unfit(Files.writeString(folder.resolve("north.osm"), north), RefusalCode.MAP_ELSEWHERE);
        for (String none : List.of("/no/such/file.osm.pbf", folder.toString(), "relative.osm.pbf", "\0"))
            assertThatThrownBy(() -> ask(none))
                    .isInstanceOfSatisfying(
                            CommandExecutionException.class,
                            refused -> assertThat(refused.<Refusal>getDetails()
                                            .orElseThrow()
                                            .code())
                                    .isEqualTo(RefusalCode.MAP_FILE_UNKNOWN));
    }

    private void unfit(Path file, RefusalCode why) throws IOException {
        events.clear();
        ask(file);
        MapUpdate update = ended();
        assertThat(update.state()).isEqualTo(State.FAILED);
        assertThat(update.code()).as(file + ": " + update).isEqualTo(why);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        MapUpdateFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(why));
        assertThat(roads.now().hash()).isEqualTo(MONACO);
        assertThat(Maps.open("", folder).served().extract().hash()).isEqualTo(MONACO);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void isUpdatedOnceAtATime() throws Exception {
        mayBuild.drainPermits();
        ask(Redrawn.file());
        await().atMost(PATIENCE).until(() -> latest().state() == State.BUILDING);
        assertThat(latest().part()).isEqualTo("roads");
        assertThatThrownBy(() -> ask(monaco()))
                .isInstanceOfSatisfying(
                        CommandExecutionException.class,
                        refused -> assertThat(refused.<Refusal>getDetails()
                                        .orElseThrow()
                                        .code())
                                .isEqualTo(RefusalCode.MAP_UPDATE_RUNNING));
        assertThat(Maps.open("", folder).served().extract().hash())
                .as("after a kill at this moment")
                .isEqualTo(MONACO);
        mayBuild.release(100);
        assertThat(ended().state()).isEqualTo(State.SERVED);
    }

    private Path monaco() throws IOException {
        Path file = folder.resolve("monaco.osm.pbf");
        if (Files.notExists(file))
            try (InputStream in = Monaco.folder().extract().source().open()) {
                Files.copy(in, file);
            }
        return file;
    }

    /** Where so many blocks of a .osm.pbf end: each is a length, a head of that length that ends with the length of the body, and the body. */
    private static int endOf(int blocks, byte[] pbf) {
        ByteBuffer bytes = ByteBuffer.wrap(pbf);
        for (int block = 0; block < blocks; block++) {
            byte[] head = new byte[bytes.getInt()];
            bytes.get(head);
            int at = 2 + head[1] + 1;
            int body = 0;
            for (int shift = 0; at < head.length; shift += 7) body |= (head[at++] & 0x7f) << shift;
            bytes.position(bytes.position() + body);
        }
        return bytes.position();
    }

    private void ask(Path file) {
        ask(file.toString());
    }

    private void ask(String file) {
        var result = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(file))
                .executeWithResult(() -> {
                    updates.handle(new UpdateMap(file, "olga"));
                    return "";
                });
        if (result.isExceptional() && result.exceptionResult() instanceof RuntimeException refused) throw refused;
    }

    private MapUpdate latest() {
        return updates.handle(new FindMapUpdate()).orElseThrow();
    }

    private MapUpdate ended() {
        await().atMost(PATIENCE)
                .until(() -> latest().state().over()
                        && events.getLast() instanceof MapEvent ended
                        && !(ended instanceof MapUpdateAsked));
        return latest();
    }
}
