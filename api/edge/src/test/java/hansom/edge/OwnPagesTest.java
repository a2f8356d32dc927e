package hansom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverCommand.HandInPaper;
import hansom.contract.driver.Paper;
import hansom.contract.money.Money;
import hansom.contract.payment.PaymentCommand.TipDriver;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PurseCommand.OpenWallet;
import hansom.contract.payment.PurseId;
import hansom.contract.rider.RiderCommand.AddCard;
import hansom.contract.rider.RiderCommand.ChangeRiderProfile;
import hansom.contract.rider.RiderCommand.SavePlace;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderView.SavedPlace;
import hansom.edge.testing.Rides;
import hansom.edge.testing.Town;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import hansom.edge.testing.WholeEdge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people keep with Hansom: pictures, papers, cards, wallets. */
class OwnPagesTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static WholeEdge edge;
    private static Town town;
    private static Visitor anna;
    private static Visitor ben;
    private static RiderId annaId;

    @BeforeAll
    static void open() {
        edge = WholeEdge.open();
        town = edge.town();
        Answer rider = edge.visitor().signIn("+79160000201", "rider", "phone-1");
        Answer driver = edge.visitor().signIn("+79160000202", "driver", "phone-2");
        anna = edge.visitor().with(rider.text("access_token"));
        ben = edge.visitor().with(driver.text("access_token"));
        annaId = new RiderId(rider.text("subject"));
    }

    @AfterAll
    static void close() {
        assertThat(town.forbidden()).as("what only Hansom itself may send").isEmpty();
        edge.close();
    }

    @Test
    void keepsAPictureSmallAndSquare() throws Exception {
        var picture = new java.awt.image.BufferedImage(640, 480, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var png = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(picture, "png", png);
        assertThat(anna.put("/v1/me/avatar", "image/png", png.toByteArray()).status())
                .isEqualTo(202);
        assertThat(town.last()).isInstanceOfSatisfying(ChangeRiderProfile.class, change -> {
            byte[] kept = anna.bytes("/v1/" + change.avatarFile());
            assertThat(new String(kept, 8, 4, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("WEBP");
            var small = read(kept);
            assertThat(small.getWidth()).isEqualTo(200).isEqualTo(small.getHeight());
        });
        assertThat(anna.put("/v1/me/avatar", "image/png", new byte[] {1, 2, 3}).text("code"))
                .isEqualTo("invalid_request");
    }

    @Test
    void handsInAPaperWithItsPicture() {
        Answer kept = ben.send("POST", "/v1/driver/files", "%PDF-1.7", Map.of("Content-Type", "application/pdf"));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        String body = "{\"number\": \"MC 0042\", \"valid_through\": \"2027-05-01\", \"file\": \"%s\"}";
        Answer handed = ben.send("PUT", "/v1/driver/papers/licence", body.formatted(kept.text("file")), JSON);
        assertThat(handed.status()).as(handed.body()).isEqualTo(202);
        assertThat(town.last()).isInstanceOfSatisfying(HandInPaper.class, hand -> {
            assertThat(hand.paper().kind()).isEqualTo(Paper.Kind.LICENCE);
            assertThat(hand.paper().number().cipher()).doesNotContain("0042");
        });
        String others = "papers/drv_01935d2a-0000-7000-8000-000000000077/9f86d081884c7d659a2feaa0c55ad015";
        assertThat(ben.send("PUT", "/v1/driver/papers/licence", body.formatted(others), JSON)
                        .status())
                .isEqualTo(400);
        assertThat(ben.send("PUT", "/v1/driver/papers/insurance", body.formatted(kept.text("file")), JSON)
                        .body())
                .contains("#/vehicle_id");
    }

    @Test
    void putsHisOwnPlacesBeforeAllOthersWhileHeTypes() {
        String home =
                "{\"label\": \"Home, sweet Hömé\", \"address\": \"Avenue de la Costa 2\", \"lat\": 43.7375, \"lng\": 7.4238}";
        String id = "plc_01935d2a-0000-7000-8000-000000000009";
        Answer kept = anna.send("PUT", "/v1/saved-places/" + id, home, JSON);
        assertThat(kept.status()).as(kept.body()).isEqualTo(202);
        SavePlace save = (SavePlace) town.last();
        town.saved.add(new SavedPlace(save.placeId(), save.label(), save.address(), save.point()));

        String near = "&near=43.7375,7.4248";
        for (String typed : List.of("ho", "HOME", "home%20sweet", "cost%202", "h%C3%B6m")) {
            var places = anna.get("/v1/places/suggest?q=" + typed + near).json().path("places");
            assertThat(places.path(0).path("id").asString()).as(typed).isEqualTo(id);
            assertThat(places.path(0).path("kind").asString()).isEqualTo("saved");
            assertThat(places.path(0).path("away_metres").asInt()).isBetween(75, 85);
            assertThat(places.path(1).path("name").asString()).isEqualTo("Homer Street");
        }
        for (String typed : List.of("ome", "work", "home%20work", "%2C"))
            assertThat(anna.get("/v1/places/suggest?q=" + typed)
                            .json()
                            .path("places")
                            .path(0)
                            .path("id")
                            .asString())
                    .as(typed)
                    .isEqualTo("w1");
        assertThat(anna.get("/v1/places/suggest?q=ho&limit=1").json().path("places"))
                .hasSize(1);
        assertThat(ben.get("/v1/places/suggest?q=ho").body()).doesNotContain(id);
    }

    @Test
    void addsACardOnceForOneKey() {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "one-card");
        String body = "{\"provider_token\": \"tok_visa\", \"brand\": \"visa\", \"last_four\": \"4242\"}";
        Answer first = anna.send("POST", "/v1/payment-methods", body, headers);
        Answer again = anna.send("POST", "/v1/payment-methods", body, headers);
        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(again.text("card_id")).startsWith("crd_").isEqualTo(first.text("card_id"));
        assertThat(town.commands.stream().filter(AddCard.class::isInstance)).hasSize(1);
        assertThat(anna.post("/v1/payment-methods", body).text("code")).isEqualTo("idempotency_key_missing");
    }

    @Test
    void tipsAndOpensAWallet() {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "one-tip");
        String tip = "{\"amount\": {\"amount_minor\": 200, \"currency\": \"EUR\"}}";
        Answer tipped = anna.send("POST", "/v1/orders/" + Rides.ORDER + "/tip", tip, headers);
        assertThat(tipped.status()).as(tipped.body()).isEqualTo(202);
        assertThat(town.last()).isEqualTo(new TipDriver(PaymentId.of(Rides.ORDER), annaId, new Money(200, Rides.EUR)));
        assertThat(anna.send("PUT", "/v1/wallets/mine", "{\"currency\": \"EUR\"}", JSON)
                        .status())
                .isEqualTo(202);
        assertThat(town.last()).isEqualTo(new OpenWallet(PurseId.walletOf(annaId), annaId, Rides.EUR));
        assertThat(anna.send("PUT", "/v1/wallets/mine", "{\"currency\": \"XQQ\"}", JSON)
                        .text("code"))
                .isEqualTo("amount_invalid");
    }

    private static java.awt.image.BufferedImage read(byte[] picture) {
        try {
            return javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(picture));
        } catch (java.io.IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
