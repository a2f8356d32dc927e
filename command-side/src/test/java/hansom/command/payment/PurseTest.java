package hansom.command.payment;

import static hansom.command.payment.PaymentStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.command.refusal.RefusedException;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.payment.PurseCommand.*;
import hansom.contract.payment.PurseEvent.*;
import hansom.contract.payment.PurseId;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurseTest {
    private static final PurseId WALLET = PurseId.walletOf(ANNA);
    private static final PurseId ACCOUNT = new PurseId("prs_119a0000-0000-7000-8000-000000000000");
    private static final RiderId CARL = new RiderId("rid_219a0000-0000-7000-8000-000000000000");
    private static final PaymentMethod.Card CARD = card("tok_visa");
    private static final CallId RESERVE = call("authorise", 1);
    private static final CallId TAKE = call("capture", 1);
    private static final CallId TOP_UP = CallId.of(WALLET, Calls.keyed("topup", "k1"), 1);

    private final AggregateTestFixture<Purse> purse = new AggregateTestFixture<>(Purse.class);

    @BeforeEach
    void begin() {
        purse.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void opensARidersWalletOnce() {
        var open = new OpenWallet(WALLET, ANNA, eur(0).currency());
        purse.givenNoPriorActivity().when(open).expectEvents(opened());
        purse.given(opened()).when(open).expectNoEvents();
    }

    @Test
    void isNoWalletUnderAnotherName() {
        purse.givenNoPriorActivity()
                .when(new OpenWallet(ACCOUNT, ANNA, Currency.getInstance("EUR")))
                .expectExceptionDetails(new Refusal(RefusalCode.PURSE_UNKNOWN));
    }

    @Test
    void isToppedUpByACardOnceAKey() {
        var asked = new TopUpRequested(WALLET, ANNA, TOP_UP, CARD, eur(500), NOW);
        var toppedUp = new PurseToppedUp(WALLET, TOP_UP, eur(500), NOW);
        var wish = new TopUpPurse(WALLET, ANNA, "k1", CARD, eur(500));
        purse.given(opened()).when(wish).expectEvents(asked);
        purse.given(opened(), asked).when(wish).expectNoEvents();
        purse.given(opened(), asked).when(new RecordTopUp(WALLET, TOP_UP)).expectEvents(toppedUp);
        purse.given(opened(), asked, toppedUp)
                .when(new RecordTopUp(WALLET, TOP_UP))
                .expectNoEvents();
        purse.given(opened(), asked)
                .when(new TopUpPurse(WALLET, ANNA, "k1", CARD, eur(600)))
                .expectExceptionDetails(new Refusal(RefusalCode.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void reservesNoMoreThanIsFree() {
        var all = new ReserveFromPurse(WALLET, ANNA, RESERVE, eur(500));
        var reserved = new PurseReserved(WALLET, ANNA, RESERVE, eur(500), NOW);
        purse.given(opened(), filled(500)).when(all).expectEvents(reserved);
        purse.given(opened(), filled(500), reserved).when(all).expectNoEvents();
        purse.given(opened(), filled(500), reserved)
                .when(new ReserveFromPurse(WALLET, ANNA, call("authorise", 2), eur(1)))
                .expectExceptionDetails(new Refusal(RefusalCode.FUNDS_INSUFFICIENT));
    }

    @Test
    void givesCreditToMembersOfACompanyUpToItsLimit() {
        var account = new PurseOpened(ACCOUNT, "Acme", eur(0).currency(), eur(1000), Set.of(ANNA), NOW);
        purse.given(account)
                .when(new ReserveFromPurse(ACCOUNT, ANNA, RESERVE, eur(1000)))
                .expectEvents(new PurseReserved(ACCOUNT, ANNA, RESERVE, eur(1000), NOW));
        purse.given(account)
                .when(new ReserveFromPurse(ACCOUNT, ANNA, RESERVE, eur(1001)))
                .expectException(RefusedException.class);
        purse.given(account)
                .when(new ReserveFromPurse(ACCOUNT, CARL, RESERVE, eur(1)))
                .expectExceptionDetails(new Refusal(RefusalCode.PURSE_UNKNOWN));
        purse.given(account)
                .when(new ChangeMembers(ACCOUNT, Set.of(ANNA, CARL), "op"))
                .expectEvents(new MembersChanged(ACCOUNT, Set.of(ANNA, CARL), "op"));
    }

    @Test
    void takesPartOfAReservationAndFreesTheRest() {
        var reserved = new PurseReserved(WALLET, ANNA, RESERVE, eur(500), NOW);
        var taken = new PurseTaken(WALLET, RESERVE, TAKE, eur(300), NOW);
        var take = new TakeFromPurse(WALLET, RESERVE, TAKE, eur(300));
        var rest = new PurseReleased(WALLET, RESERVE, eur(200), NOW);
        purse.given(opened(), filled(500), reserved).when(take).expectEvents(taken, rest);
        purse.given(opened(), filled(500), reserved, taken, rest).when(take).expectNoEvents();
        purse.given(opened(), filled(500), reserved, taken, rest)
                .when(new ReserveFromPurse(WALLET, ANNA, call("authorise", 2), eur(200)))
                .expectEvents(new PurseReserved(WALLET, ANNA, call("authorise", 2), eur(200), NOW));
        purse.given(opened(), filled(500), reserved)
                .when(new TakeFromPurse(WALLET, RESERVE, TAKE, eur(501)))
                .expectExceptionDetails(new Refusal(RefusalCode.AMOUNT_TOO_LARGE));
    }

    @Test
    void getsBackWhatIsReleasedOrReturnedOnce() {
        var reserved = new PurseReserved(WALLET, ANNA, RESERVE, eur(500), NOW);
        var released = new PurseReleased(WALLET, RESERVE, eur(500), NOW);
        purse.given(opened(), filled(500), reserved)
                .when(new ReleaseToPurse(WALLET, RESERVE))
                .expectEvents(released);
        purse.given(opened(), filled(500), reserved, released)
                .when(new ReleaseToPurse(WALLET, RESERVE))
                .expectNoEvents();
        var back = new ReturnToPurse(WALLET, call("refund", 1), eur(100));
        purse.given(opened()).when(back).expectEvents(new PurseReturned(WALLET, call("refund", 1), eur(100), NOW));
        purse.given(opened(), new PurseReturned(WALLET, call("refund", 1), eur(100), NOW))
                .when(back)
                .expectNoEvents();
    }

    @Test
    void countsWhatIsFree() {
        var book = new PurseState.Open(new PurseBook(
                        null, eur(0), Set.of(ANNA), eur(500), java.util.Map.of(), java.util.Map.of(), Set.of()))
                .book()
                .reserving(RESERVE, eur(200));
        assertThat(book.free()).isEqualTo(eur(300));
        assertThat(book.settling(RESERVE, TAKE, eur(150)).free()).isEqualTo(eur(350));
    }

    private static PurseOpened opened() {
        Money none = eur(0);
        return new PurseOpened(WALLET, null, none.currency(), none, Set.of(ANNA), NOW);
    }

    private static PurseReturned filled(long amount) {
        return new PurseReturned(WALLET, call("refund", 9), eur(amount), NOW);
    }
}
