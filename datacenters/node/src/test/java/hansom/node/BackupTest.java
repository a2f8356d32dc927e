package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A backup of a node that serves, and what a node made of it knows; and backups of which none is made. */
class BackupTest {
    private static final ForkedNode NODE = ForkedNode.onFreshFolder();

    @TempDir
    Path shelf;

    @Test
    void isTakenFromAServingNodeAndMakesAnotherThatKnowsTheSame() throws Exception {
        NODE.start();
        String number = Town.number();
        RiderPhone anna = new RiderPhone(NODE.url(), number, "Anna");
        DriverPhone ben = new DriverPhone(NODE.url(), Town.number(), "Ben").approved();
        String order = ride(anna, ben);
        OfficeDesk office = OfficeDesk.of(NODE.url(), NODE.data());
        Instant later = Instant.parse(office.get("/v1").text("now")).plus(Duration.ofHours(30));
        office.post("/v1/sandbox/clock", Map.of("to", later.toString())).taken();
        ben.until(
                "/v1/driver/payouts",
                told -> told.at("items").path(0).path("status").asString("").equals("paid"));
        List<String> read = List.of("/v1/orders/" + order, "/v1/orders/" + order + "/events", "/v1/me", "/v1/history");
        List<JsonNode> before = read.stream().map(path -> anna.get(path).body()).toList();
        JsonNode receipt = posted(anna, order);
        JsonNode balance = ben.get("/v1/driver/balance").taken().body();
        JsonNode payouts = ben.get("/v1/driver/payouts").taken().body();
        JsonNode proof = office.get("/v1/ops/ledger/proof").taken().body();
        assertThat(proof.path("holds").asBoolean()).isTrue();

        Path backup = shelf.resolve("backup");
        Path keys = shelf.resolve("elsewhere/keys");
        RiderPhone clara = new RiderPhone(NODE.url(), Town.number(), "Clara");
        AtomicBoolean going = new AtomicBoolean(true);
        Thread traffic = Thread.ofVirtual().start(() -> {
            for (int turn = 0; going.get(); turn++)
                clara.put("/v1/saved-places/plc_" + java.util.UUID.randomUUID().toString(), place(turn));
        });
        String line = NODE.task("backup", "", to(backup), with(keys));
        going.set(false);
        traffic.join();
        System.out.println(line);
        assertThat(line).matches("backup to=.* keys=.* files=[0-9]+ events=[0-9]+ bytes=[0-9]+ seconds=[0-9.]+");
        try (Stream<Path> all = Files.walk(backup)) {
            String key = Files.readString(NODE.data().resolve("master.key")).strip();
            assertThat(all.filter(Files::isRegularFile))
                    .as("the keys lie apart")
                    .noneMatch(file -> contains(file, key));
        }
        NODE.killWithServers();

        ForkedNode other = ForkedNode.onFreshFolder();
        assertThat(other.task("restore", "", from(backup), with(keys))).startsWith("restore data=");
        other.start();
        try {
            for (Phone phone : List.of(anna, ben, office)) phone.callsFromNowOn(other.url());
            for (int index = 0; index < read.size(); index++)
                assertThat(anna.get(read.get(index)).body()).isEqualTo(before.get(index));
            assertThat(posted(anna, order)).isEqualTo(receipt);
            assertThat(ben.get("/v1/driver/balance").body()).isEqualTo(balance);
            assertThat(ben.get("/v1/driver/payouts").body()).isEqualTo(payouts);
            JsonNode provenAgain = office.get("/v1/ops/ledger/proof").taken().body();
            for (String part : List.of("holds", "entries", "postings", "breaches"))
                assertThat(provenAgain.path(part)).as(part).isEqualTo(proof.path(part));
            Map<String, String> refresh = Map.of(
                    "client_id",
                    "hansom-app",
                    "grant_type",
                    "refresh_token",
                    "refresh_token",
                    anna.refreshToken(),
                    "device",
                    "test-" + number);
            anna.use(anna.form("/oauth2/token", refresh).taken());
            JsonNode quote = anna.quote(STATION, CASINO, "economy");
            String next = quote.path("order_id").asString();
            anna.orderForCash(quote, next).taken();
            anna.seesOrder(next, "processing");
        } finally {
            other.killWithServers();
        }
        refusals(backup, keys);
    }

    private void refusals(Path backup, Path keys) throws IOException {
        ForkedNode node = ForkedNode.onFreshFolder();
        assertThat(node.taskRefuses("restore", "", from(backup), with(shelf.resolve("lost"))))
                .contains("the keys", "cannot be read", "orders, fares, payments, the ledger", "no node starts");
        Path others = Files.writeString(
                shelf.resolve("others"), "master_key=%s\npostgres_password=x".formatted("ab".repeat(32)));
        assertThat(node.taskRefuses("restore", "", from(backup), with(others))).contains("another installation");

        Path damaged;
        try (Stream<Path> all = Files.walk(backup.resolve("postgres/data/base"))) {
            damaged = all.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 8192)
                    .findAny()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(damaged);
        byte[] bytes = whole.clone();
        bytes[5000] ^= 1;
        Files.write(damaged, bytes);
        assertThat(node.taskRefuses("restore", "", from(backup), with(keys)))
                .contains(
                        "is damaged: 1 of its files", backup.relativize(damaged).toString());
        Files.delete(damaged);
        assertThat(node.taskRefuses("restore", "", from(backup), with(keys))).contains("is damaged: 1 of its files");
        Files.write(damaged, whole);
        Path sums = backup.resolve("sums.sha256");
        List<String> lines = Files.readAllLines(sums);
        Files.write(sums, lines.subList(0, lines.size() / 2));
        assertThat(node.taskRefuses("restore", "", from(backup), with(keys)))
                .contains("its list of checksums is not whole");
        Files.write(sums, lines);
        assertThat(node.data()).as("nothing was written by what was refused").doesNotExist();

        Files.createDirectories(node.data());
        Path living = Files.writeString(node.data().resolve("mine"), "here");
        assertThat(node.taskRefuses("restore", "", from(backup), with(keys))).contains("is not empty");
        assertThat(living).hasContent("here");
        assertThat(node.taskRefuses("backup", "", to(shelf.resolve("none")), with(shelf.resolve("none.keys"))))
                .contains("there is no database in");
        assertThat(NODE.taskRefuses("backup", "", to(backup), with(shelf.resolve("second.keys"))))
                .contains("is not empty");
        assertThat(NODE.task("backup", "", to(shelf.resolve("idle")), with(shelf.resolve("idle.keys"))))
                .as("of a node that does not run")
                .startsWith("backup to=");
        assertThat(NODE.servers()).isEmpty();
    }

    private static String ride(RiderPhone anna, DriverPhone ben) {
        ben.goesOnShift(STATION);
        String card = anna.addCard("tok_visa");
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        String order = quote.path("order_id").asString();
        anna.order(quote, order, card).taken();
        ben.accepts(ben.seesOffer(order, STATION)).taken();
        ben.until("/v1/driver/orders/" + order, view -> view.text("status").equals("accepted"));
        ben.arrives(order).taken();
        ben.starts(order, anna.seesOrder(order, "arrived").text("boarding_code"))
                .taken();
        for (double share = 0; share <= 1; share += 0.25) ben.isAt(STATION.towards(CASINO, share));
        ben.completes(order).taken();
        anna.seesOrder(order, "completed");
        anna.seesReceipt(order, "captured");
        posted(anna, order);
        ben.goesHome();
        return order;
    }

    /** The receipt once the book has both of its entries. */
    private static JsonNode posted(RiderPhone rider, String order) {
        return rider.until(
                        "/v1/orders/%s/receipt".formatted(order),
                        receipt -> receipt.at("entries").size() == 2)
                .body();
    }

    private static Map<String, Object> place(int turn) {
        return Map.of("label", "Place " + turn, "lat", STATION.lat(), "lng", STATION.lng(), "address", "Here");
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String to(Path folder) {
        return "--hansom.backup.to=" + folder;
    }

    private static String from(Path folder) {
        return "--hansom.backup.from=" + folder;
    }

    private static String with(Path keys) {
        return "--hansom.backup.keys=" + keys;
    }
}
