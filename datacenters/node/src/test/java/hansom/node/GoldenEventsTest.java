package hansom.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import hansom.contract.closure.ClosureEvent;
import hansom.contract.driver.DriverEvent;
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
import hansom.engines.json.MessageMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The form in which each event is kept for ever, one file each. A change of an event that changes its file breaks what is stored: it needs a
 * new revision and an upcaster, not a new file. Files of new events are written with {@code -Dgolden.write=true}.
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
                        ClosureEvent.class)
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

    @org.junit.jupiter.api.Test
    void knowsNoFileWithoutAnEvent() throws Exception {
        List<String> known = events().map(event -> event.getClass().getSimpleName() + ".1.json")
                .toList();
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(known);
        }
    }
}
