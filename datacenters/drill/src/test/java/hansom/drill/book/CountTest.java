package hansom.drill.book;

import static hansom.drill.book.Town.DRIVER;
import static hansom.drill.book.Town.OFFER;
import static hansom.drill.book.Town.ORDER;
import static hansom.drill.book.Town.PAYMENT;
import static hansom.drill.book.Town.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.drill.book.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that held counts to nothing; each way in which it could not have held counts to one thing, by its kind. */
class CountTest {
    private static final String OTHER = ORDER.replace("0001", "0002");
    private static final String OTHER_PAYMENT = PAYMENT.replace("0001", "0002");

    @TempDir
    Path folder;

    private final Town town = Town.afterARide();

    @Test
    void findsNothingAfterADayThatHeld() throws IOException {
        assertThat(town.counted(folder).all()).isEmpty();
    }

    @Test
    void missesAStepThatWasAccepted() throws IOException {
        town.forget("DriverArrived");
        finds(Kind.LOST, "/arrive");
    }

    @Test
    void missesAVersionThatWasTold() throws IOException {
        town.answers("POST", "/v1/orders/%s/rating".formatted(ORDER), "rat_1", 0);
        finds(Kind.LOST, "rat_1");
    }

    @Test
    void missesAnOfferThatWasAccepted() throws IOException {
        town.answers("POST", "/v1/driver/offers/%s/decline".formatted(OFFER), SHIFT, 1);
        finds(Kind.LOST, "OfferDeclined");
    }

    @Test
    void missesWhatAFrameTold() throws IOException {
        town.hears(10, ORDER, 99);
        finds(Kind.LOST, "\"version\":99");
    }

    @Test
    void missesNewsThatWereSkipped() throws IOException {
        town.hears(12, ORDER, 5);
        finds(Kind.LOST, "news 10 to 11");
    }

    @Test
    void letsASnapshotBeginANewCountAndNewsComeTwice() throws IOException {
        town.diary.add("{\"kind\":\"frame\",\"seq\":20,\"type\":\"snapshot\"}");
        town.hears(20, ORDER, 5);
        town.hears(21, ORDER, 5);
        assertThat(town.counted(folder).all()).isEmpty();
    }

    @Test
    void findsAFareThatWasTakenTwice() throws IOException {
        town.holds.add(new Kept.Hold("sbx-%s.authorise.1.again".formatted(PAYMENT), "TAKEN", 575, 0));
        finds(Kind.DOUBLE, "1150 taken in the provider's book");
    }

    @Test
    void findsAFareThatWasNotTaken() throws IOException {
        town.holds.clear();
        finds(Kind.LOST, "0 taken in the provider's book");
    }

    @Test
    void letsAFeeBeOwedWhenItsCardWasDeclinedAfterTheEnd() throws IOException {
        cancelledWhileItsCardIsConfirmed();
        assertThat(town.counted(folder).count(Kind.STUCK)).isEqualTo(2);
        assertThat(town.counted(folder).count(Kind.LOST)).isEqualTo(2);
        town.events(OTHER_PAYMENT, "AuthorisationDeclined {'call_id':'%s:authorise:1'}".formatted(OTHER_PAYMENT));
        town.holds.removeLast();
        assertThat(town.counted(folder).all()).isEmpty();
    }

    @Test
    void findsAFeeThatWasNotTakenOfWhatWasReserved() throws IOException {
        cancelledWhileItsCardIsConfirmed();
        town.events(
                OTHER_PAYMENT,
                "AuthorisationDeclined {'call_id':'%s:authorise:1'}".formatted(OTHER_PAYMENT),
                "AuthorisationRequested {'call_id':'%s:authorise:2'}".formatted(OTHER_PAYMENT),
                "PaymentAuthorised {'call_id':'%s:authorise:2'}".formatted(OTHER_PAYMENT));
        town.holds.removeLast();
        assertThat(town.counted(folder).count(Kind.LOST)).isEqualTo(2);
    }

    private void cancelledWhileItsCardIsConfirmed() {
        town.events(
                OTHER,
                "OrderPlaced {}",
                "OrderCancelled {'fee':{'total':{'amount_minor':530}},%s}".formatted(Town.CARD));
        town.events(OTHER_PAYMENT, "AuthorisationRequested {'call_id':'%s:authorise:1'}".formatted(OTHER_PAYMENT));
        town.holds.add(new Kept.Hold("sbx-%s.authorise.1".formatted(OTHER_PAYMENT), "CONFIRMING", 0, 0));
    }

    @Test
    void findsACaptureWithoutAnAnswer() throws IOException {
        town.events(PAYMENT, "VoidRequested {'call_id':'%s:void:1'}".formatted(PAYMENT));
        finds(Kind.STUCK, "VoidRequested");
    }

    @Test
    void findsMoneyThatStaysReserved() throws IOException {
        town.holds.add(new Kept.Hold("sbx-%s.authorise.2".formatted(PAYMENT), "HELD", 0, 0));
        finds(Kind.STUCK, "still reserved");
    }

    @Test
    void findsADriverWithTwoOrders() throws IOException {
        town.events.removeIf(event -> event.type().equals("TripEnded"));
        town.diary.removeIf(line -> line.contains("/complete"));
        town.events(
                OTHER,
                "OrderPlaced {}",
                "DriverAssigned {'driver':{'driver_id':'%s'}}".formatted(DRIVER),
                "OrderCancelled {'fee':{'total':{'amount_minor':0}}}");
        finds(Kind.DOUBLE, "was given " + OTHER);
    }

    @Test
    void findsARideThatEndedTwice() throws IOException {
        town.events(ORDER, "OrderCancelled {'fee':{'total':{'amount_minor':0}}}");
        finds(Kind.DOUBLE, "one end of " + ORDER);
    }

    @Test
    void findsAnOrderThatWaitsForNobody() throws IOException {
        town.events(OTHER, "OrderPlaced {}", "SearchStarted {}");
        finds(Kind.STUCK, OTHER + " comes to an end");
    }

    @Test
    void leavesAnOrderAloneThatWaitsForItsDriver() throws IOException {
        town.events(OTHER, "OrderPlaced {}", "DriverAssigned {'driver':{'driver_id':'drv_2'}}", "TripStarted {}");
        assertThat(town.counted(folder).all()).isEmpty();
    }

    @Test
    void findsAShiftThatHoldsAnOrderThatIsOver() throws IOException {
        town.forget("ShiftReleased");
        finds(Kind.STUCK, "still holds it");
    }

    @Test
    void findsASagaOfAnOrderThatIsOver() throws IOException {
        town.sagas.add(new Kept.OpenSaga("TripSaga", "7", ORDER));
        finds(Kind.STUCK, "TripSaga");
    }

    @Test
    void findsWhatIsParked() throws IOException {
        town.parked.add("call payment is parked");
        finds(Kind.STUCK, "call payment");
    }

    @Test
    void findsPayoutsThatWereSentTwiceOrNever() throws IOException {
        town.events(
                "pot_1", "PayoutRequested {'call_id':'pot_1:send:1','amount':{'amount_minor':460}}", "PayoutPaid {}");
        finds(Kind.LOST, "no transfer");
        town.transfers.add(new Kept.Transfer("pot_1:send:1", 460, "paid"));
        assertThat(town.counted(folder).all()).isEmpty();
        town.transfers.add(new Kept.Transfer("pot_1:send:2", 460, "paid"));
        finds(Kind.DOUBLE, "pot_1:send:2");
    }

    @Test
    void readsADiaryWhoseLastLineBrokeOff() throws IOException {
        Files.writeString(folder.resolve("37791000002.jsonl"), "{\"kind\":\"wish\"}\n{\"kind\":\"ans");
        assertThat(town.counted(folder).all()).isEmpty();
    }

    private void finds(Kind kind, String what) throws IOException {
        Findings findings = town.counted(folder);
        assertThat(findings.all()).as("%s", findings.all()).hasSize(1);
        assertThat(findings.all().getFirst().kind()).isEqualTo(kind);
        assertThat(findings.all().getFirst().toString()).contains(what);
    }
}
