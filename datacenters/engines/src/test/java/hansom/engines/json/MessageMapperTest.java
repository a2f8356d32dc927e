package hansom.engines.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageMapperTest {

    record RideId(String value) {
        RideId {
            if (value.isBlank()) throw new IllegalArgumentException("blank");
        }

        static RideId random(String prefix) {
            return new RideId(prefix + "1");
        }

        @Override
        public String toString() {
            return value;
        }
    }

    record Metres(double value) {
        boolean isShort() {
            return value < 100;
        }
    }

    record CellId(long value) {}

    record Price(long amountMinor, Currency currency) {
        boolean isZero() {
            return amountMinor == 0;
        }
    }

    sealed interface Method {
        record Cash() implements Method {}

        record Card(String token) implements Method {}

        record Reference(RideId ride) implements Method {}

        sealed interface Wallet extends Method {
            record Prepaid(Price balance) implements Wallet {}

            record Corporate(RideId account, Method fallback) implements Wallet {}
        }
    }

    sealed interface Told permits Word, Code {}

    enum Word implements Told {
        YES
    }

    record Code(String value) implements Told {}

    sealed interface Event {
        record Placed(
                RideId rideId,
                Price price,
                Method method,
                Instant placedAt,
                Duration waited,
                LocalDate day,
                Metres distance,
                Map<RideId, Price> priceByRide,
                Map<CellId, Metres> reach,
                Map<DayOfWeek, List<Method>> methods,
                Set<Word> words,
                List<RideId> stops,
                @Nullable String note,
                @Nullable RideId previous)
                implements Event {
            public Placed {
                stops = List.copyOf(stops);
            }
        }

        record Nothing() implements Event {}
    }

    static final RideId RIDE = new RideId("ord_1");
    static final Price PRICE = new Price(1250, Currency.getInstance("EUR"));

    final ObjectMapper mapper = MessageMapper.create();

    @Test
    void readsBackWhatItWrote() throws Exception {
        var event = placed(new Method.Wallet.Corporate(RIDE, new Method.Wallet.Prepaid(PRICE)), "by the gate", RIDE);
        assertThat(mapper.readValue(mapper.writeValueAsBytes(event), Event.Placed.class))
                .isEqualTo(event);
    }

    @Test
    void leavesOutWhatIsAbsent() throws Exception {
        var event = placed(new Method.Cash(), null, null);
        var json = mapper.writeValueAsString(event);
        assertThat(json).doesNotContain("note").doesNotContain("previous");
        assertThat(mapper.readValue(json, Event.Placed.class)).isEqualTo(event);
    }

    @Test
    void writesIdsBareNamesInSnakeCaseAndTimesAsText() throws Exception {
        var json = mapper.readTree(mapper.writeValueAsBytes(placed(new Method.Card("tok_1"), null, null)));
        assertThat(json.get("ride_id").textValue()).isEqualTo("ord_1");
        assertThat(json.get("placed_at").textValue()).isEqualTo("2026-11-24T10:00:00.123456789Z");
        assertThat(json.get("waited").textValue()).isEqualTo("PT1M30S");
        assertThat(json.get("day").textValue()).isEqualTo("2026-11-24");
        assertThat(json.get("distance").doubleValue()).isEqualTo(12.5);
        assertThat(json.get("price").toString()).isEqualTo("{\"amount_minor\":1250,\"currency\":\"EUR\"}");
        assertThat(json.get("price_by_ride").fieldNames().next()).isEqualTo("ord_1");
        assertThat(json.get("method").toString()).isEqualTo("{\"type\":\"Card\",\"token\":\"tok_1\"}");
    }

    @Test
    void givesARootOfAConcreteTypeNoTypeId() throws Exception {
        assertThat(mapper.writeValueAsString(new Event.Nothing())).isEqualTo("{}");
        assertThat(mapper.readValue("{}", Event.Nothing.class)).isEqualTo(new Event.Nothing());
    }

    @Test
    void knowsMembersThatAreEnumsOrWrappers() throws Exception {
        record Answers(List<Told> answers, Told last) {}
        var answers = new Answers(List.of(Word.YES, new Code("x")), new Code("y"));
        assertThat(mapper.readValue(mapper.writeValueAsBytes(answers), Answers.class))
                .isEqualTo(answers);
    }

    @Test
    void readsAFamilyByItsRoot() throws Exception {
        Method method = new Method.Wallet.Prepaid(PRICE);
        var json = mapper.writerFor(Method.class).writeValueAsString(method);
        assertThat(json).startsWith("{\"type\":\"Prepaid\"");
        assertThat(mapper.readValue(json, Method.class)).isEqualTo(method);
        assertThat(mapper.readValue(json, Method.Wallet.class)).isEqualTo(method);
    }

    @Test
    void ignoresWhatANewerNodeAdded() throws Exception {
        assertThat(mapper.readValue("{\"amount_minor\":1,\"currency\":\"EUR\",\"rounded\":true}", Price.class))
                .isEqualTo(new Price(1, Currency.getInstance("EUR")));
    }

    @Test
    void refusesAMemberNobodyDeclared() {
        assertThatThrownBy(() -> mapper.readValue("{\"type\":\"java.lang.Object\"}", Method.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void doesNotInventAnAmountThatIsMissing() {
        assertThatThrownBy(() -> mapper.readValue("{\"currency\":\"EUR\"}", Price.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void keepsTheFieldsOfASaga() throws Exception {
        var saga = new Saga();
        saga.method = new Method.Card("tok_2");
        saga.seen.put(RIDE, 3);
        var read = mapper.readValue(mapper.writeValueAsBytes(saga), Saga.class);
        assertThat(read.method).isEqualTo(saga.method);
        assertThat(read.seen).isEqualTo(saga.seen);
        assertThat(read.collaborator).isNull();
    }

    static final class Saga {
        private @Nullable Method method;
        private final Map<RideId, Integer> seen = new HashMap<>();
        private transient @Nullable Object collaborator;
    }

    static Event.Placed placed(Method method, @Nullable String note, @Nullable RideId previous) {
        return new Event.Placed(
                RIDE,
                PRICE,
                method,
                Instant.parse("2026-11-24T10:00:00.123456789Z"),
                Duration.ofSeconds(90),
                LocalDate.of(2026, 11, 24),
                new Metres(12.5),
                Map.of(RIDE, PRICE),
                Map.of(new CellId(7), new Metres(1)),
                Map.of(DayOfWeek.FRIDAY, List.of(new Method.Cash(), new Method.Reference(RIDE))),
                Set.of(Word.YES),
                List.of(RIDE, new RideId("ord_2")),
                note,
                previous);
    }

    record Hours(ZoneId zone, ZoneOffset offset) {}

    @Test
    void writesJavasOwnSealedTypesAsPlainText() throws Exception {
        var hours = new Hours(ZoneId.of("Europe/Monaco"), ZoneOffset.ofHours(1));
        var written = MessageMapper.create().writeValueAsString(hours);
        assertThat(written).isEqualTo("{\"zone\":\"Europe/Monaco\",\"offset\":\"+01:00\"}");
        assertThat(MessageMapper.create().readValue(written, Hours.class)).isEqualTo(hours);
    }
}
