package hansom.node;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.engines.postgres.PostgresAddress;
import hansom.engines.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** This release on the store of the first one: what was told then is told now, and rides go on. */
class UpgradeTest {
    private static final ForkedNode NODE = ForkedNode.onFreshFolder();
    private static final Path FOLDER = Path.of("src/test/resources/stores/first");

    @BeforeAll
    static void start() throws Exception {
        PostgresAddress address = TestPostgres.freshAddress();
        FirstStore.layInto(address, NODE.data());
        String place = address.url().replaceFirst("jdbc:postgresql://", "").replaceFirst("\\?.*", "");
        NODE.start("--hansom.postgres=postgres://%s:%s@%s".formatted(address.user(), address.password(), place));
    }

    @AfterAll
    static void stop() {
        NODE.killWithServers();
    }

    @Test
    void tellsAllThatTheFirstReleaseToldAndTakesTheNextRideOfItsPeople() throws Exception {
        JsonNode told = Socket.JSON.readTree(Files.readString(FOLDER.resolve("told.json")));
        Map<String, Phone> phones = Map.of(
                "rider", phone("rider", told.path("rider").asString()),
                "driver", phone("driver", told.path("driver").asString()));
        for (JsonNode answer : told.path("answers")) {
            Phone phone = phones.get(answer.path("role").asString());
            String path = answer.path("path").asString();
            JsonNode now = phone.until(path, read -> read.status() == 200).body();
            assertHolds(answer.path("body"), now, path);
        }
        assertThat(OfficeDesk.of(NODE.url(), NODE.data())
                        .get("/v1/ops/ledger/proof")
                        .taken()
                        .at("holds")
                        .asBoolean())
                .isTrue();

        RiderPhone anna = new RiderPhone(NODE.url(), told.path("rider").asString(), "Anna");
        DriverPhone ben =
                new DriverPhone(NODE.url(), Town.number(), "Ben").approved().goesOnShift(Town.STATION);
        JsonNode quote = anna.quote(Town.STATION, Town.CASINO, "economy");
        String order = quote.path("order_id").asString();
        anna.orderForCash(quote, order).taken();
        ben.accepts(ben.seesOffer(order, Town.STATION)).taken();
        anna.seesOrder(order, "accepted");
    }

    private static Phone phone(String role, String number) {
        Phone phone = new Phone(NODE.url());
        phone.signIn(role, number).taken();
        return phone;
    }

    /** All that was told is there; more may be told now. */
    private static void assertHolds(JsonNode then, JsonNode now, String where) {
        if (then.isObject()) {
            for (var field : then.properties())
                assertHolds(field.getValue(), now.path(field.getKey()), where + " " + field.getKey());
        } else if (then.isArray()) {
            assertThat(now.size()).as(where).isEqualTo(then.size());
            for (int index = 0; index < then.size(); index++)
                assertHolds(then.get(index), now.path(index), "%s[%d]".formatted(where, index));
        } else {
            assertThat(now).as(where).isEqualTo(then);
        }
    }
}
