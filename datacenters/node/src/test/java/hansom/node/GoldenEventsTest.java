package hansom.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import hansom.contract.closure.ClosureEvent;
import hansom.contract.driver.DriverEvent;
import hansom.contract.geo.MapEvent;
import hansom.contract.missing.MissingRoadEvent;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderTimer;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PurseEvent;
import hansom.contract.payout.DayEvent;
import hansom.contract.payout.PayoutEvent;
import hansom.contract.rating.RatingEvent;
import hansom.contract.rider.RiderEvent;
import hansom.contract.shift.ShiftEvent;
import hansom.contract.shift.ShiftTimer;
import hansom.contract.view.ViewEvent;
import hansom.engines.axon.PastShapes;
import hansom.engines.json.MessageMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The form in which each event is kept for ever, one file each. A change of an event that changes its file breaks what is stored: it needs a
 * new revision with a file of its own, and an upcaster from the one before, whose file stays. Files of new events are written with {@code -Dgolden.write=true}.
 */
class GoldenEventsTest {
    private static final Path FILES = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = MessageMapper.create().enable(SerializationFeature.INDENT_OUTPUT);

    static Stream<Object> events() {
        return Stream.of(
                        OrderEvent.class,
                        OrderTimer.class,
                        ShiftTimer.class,
                        ShiftEvent.class,
                        DriverEvent.class,
                        RiderEvent.class,
                        PaymentEvent.class,
                        PurseEvent.class,
                        PayoutEvent.class,
                        DayEvent.class,
                        RatingEvent.class,
                        ClosureEvent.class,
                        MissingRoadEvent.class,
                        ViewEvent.class,
                        MapEvent.class)
                .flatMap(family -> Samples.ofFamily(family).stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isKeptInTheFormItAlwaysHad(Object event) throws Exception {
        Revision revision = event.getClass().getAnnotation(Revision.class);
        assertThat(revision).as("%s carries its revision", event.getClass()).isNotNull();
        Path file = FILES.resolve("%s.%s.json".formatted(event.getClass().getSimpleName(), revision.value()));
        String written = JSON.writeValueAsString(event) + "\n";
        if (Boolean.getBoolean("golden.write") && Files.notExists(file)) Files.writeString(file, written);
        assertThat(Files.readString(file)).isEqualTo(written);
        assertThat((Object) JSON.readValue(Files.readString(file), event.getClass()))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadByAnOlderNodeThatDoesNotKnowANewField(Object event) throws Exception {
        String newer = JSON.writeValueAsString(event).replaceFirst("\\{", "{ \"of_tomorrow\" : [ 1 ],");
        assertThat((Object) JSON.readValue(newer, event.getClass())).isEqualTo(event);
    }

    static Stream<Path> everyRevision() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList().stream();
        }
    }

    /** A mandatory field that a past revision lacks is what an upcaster must add. */
    @ParameterizedTest
    @MethodSource("everyRevision")
    void isReadFromEveryFormItEverHad(Path file) throws Exception {
        Kept kept = Kept.of(file);
        Class<?> type = events().<Class<?>>map(Object::getClass)
                .filter(known -> known.getSimpleName().equals(kept.event()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " is of no event"));
        assertThat(kept.revision())
                .isLessThanOrEqualTo(
                        Integer.parseInt(type.getAnnotation(Revision.class).value()));
        RunningNode node = RunningNode.shared();
        Object today = node.part(PastShapes.class)
                .read(
                        new GenericDomainEventEntry<>(
                                "Golden",
                                "golden",
                                0,
                                "golden",
                                Instant.EPOCH,
                                type.getName(),
                                String.valueOf(kept.revision()),
                                Files.readString(file),
                                "{}"),
                        node.part(Serializer.class));
        assertThat(today).isInstanceOf(type);
        for (RecordComponent component : type.getRecordComponents())
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                assertThat(component.getAccessor().invoke(today))
                        .as("%s of %s", component.getName(), file)
                        .isNotNull();
    }

    @Test
    void keepsTheFormsOfEveryRevisionUpToTodays() throws Exception {
        List<String> files =
                everyRevision().map(file -> file.getFileName().toString()).toList();
        assertThat(events().flatMap(GoldenEventsTest::revisions))
                .allSatisfy(file -> assertThat(files).contains(file));
    }

    private static Stream<String> revisions(Object event) {
        int today =
                Integer.parseInt(event.getClass().getAnnotation(Revision.class).value());
        return IntStream.rangeClosed(1, today)
                .mapToObj(revision -> "%s.%d.json".formatted(event.getClass().getSimpleName(), revision));
    }

    /** Of which event and revision a file is. */
    private record Kept(String event, int revision) {
        static Kept of(Path file) {
            String[] name = file.getFileName().toString().split("\\.");
            return new Kept(name[0], Integer.parseInt(name[1]));
        }
    }
}
