package hansom.command.payment;

import static hansom.command.payment.PaymentStory.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import hansom.contract.payment.PaymentCommand.*;
import hansom.contract.payment.PaymentEvent.*;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentTest {
    private final AggregateTestFixture<Payment> payment = new AggregateTestFixture<>(Payment.class);

    @BeforeEach
    void begin() {
        payment.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void asksTheProviderToReserveACard() {
        payment.givenNoPriorActivity()
                .when(new RequestAuthorisation(PAYMENT, ANNA, VISA, eur(1000)))
                .expectEvents(requested(1, VISA, 1000));
    }

    @Test
    void isAuthorisedAtOnceInCash() {
        payment.givenNoPriorActivity()
                .when(new RequestAuthorisation(PAYMENT, ANNA, CASH, eur(1000)))
                .expectEvents(
                        requested(1, CASH, 1000),
                        authorised(1, CASH, call("authorise", 1).value(), 1000, 1000));
    }

    @Test
    void isAuthorisedAtOnceWhenNothingIsToBeReserved() {
        payment.givenNoPriorActivity()
                .when(new RequestAuthorisation(PAYMENT, ANNA, VISA, eur(0)))
                .expectEvents(
                        requested(1, VISA, 0),
                        authorised(1, VISA, call("authorise", 1).value(), 0, 0));
    }

    @Test
    void ignoresTheSameWishToldTwice() {
        payment.given(requested(1, VISA, 1000))
                .when(new RequestAuthorisation(PAYMENT, ANNA, VISA, eur(1000)))
                .expectNoEvents();
        payment.given(requested(1, VISA, 1000), authorised(1, VISA, "ref-1", 1000, 1000))
                .when(new RequestAuthorisation(PAYMENT, ANNA, VISA, eur(900)))
                .expectNoEvents();
    }

    @Test
    void reservesTheDifferenceWhenTheWishGrows() {
        payment.given(requested(1, VISA, 1000), authorised(1, VISA, "ref-1", 1000, 1000))
                .when(new RequestAuthorisation(PAYMENT, ANNA, VISA, eur(1500)))
                .expectEvents(requested(2, VISA, 500));
    }

    @Test
    void replacesTheMethodAndGivesBackWhatItHeld() {
        payment.given(requested(1, VISA, 1000), authorised(1, VISA, "ref-1", 1000, 1000))
                .when(new RequestAuthorisation(PAYMENT, ANNA, OTHER, eur(1000)))
                .expectEvents(voiding(1, VISA, "ref-1", 1000), requested(2, OTHER, 1000));
    }

    @Test
    void givesBackWhatTheReplacedMethodReservesLate() {
        payment.given(requested(1, VISA, 1000), requested(2, OTHER, 1000))
                .when(new RecordAuthorisation(PAYMENT, call("authorise", 1), "ref-1"))
                .expectEvents(authorised(1, VISA, "ref-1", 1000, 1000), voiding(1, VISA, "ref-1", 1000));
        payment.given(
                        requested(1, VISA, 1000),
                        requested(2, OTHER, 1000),
                        authorised(1, VISA, "ref-1", 1000, 1000),
                        voiding(1, VISA, "ref-1", 1000))
                .when(new RecordAuthorisation(PAYMENT, call("authorise", 2), "ref-2"))
                .expectEvents(authorised(2, OTHER, "ref-2", 1000, 1000));
    }

    @Test
    void takesPartAndGivesBackTheRest() {
        payment.given(requested(1, VISA, 1000), authorised(1, VISA, "ref-1", 1000, 1000))
                .when(new CapturePayment(PAYMENT, eur(700)))
                .expectEvents(capturing(1, VISA, "ref-1", 700));
        payment.given(
                        requested(1, VISA, 1000),
                        authorised(1, VISA, "ref-1", 1000, 1000),
                        capturing(1, VISA, "ref-1", 700))
                .when(new RecordCapture(PAYMENT, call("capture", 1), eur(700)))
                .expectEvents(captured(1, VISA, 700), voided(1, VISA, 300));
    }

    @Test
    void asksAnewForWhatIsMoreThanReservedAndTakesItWhenItComes() {
        payment.given(requested(1, VISA, 1000), authorised(1, VISA, "ref-1", 1000, 1000))
                .when(new CapturePayment(PAYMENT, eur(1200)))
                .expectEvents(capturing(1, VISA, "ref-1", 1000), requested(2, VISA, 200));
        payment.given(
                        requested(1, VISA, 1000),
                        authorised(1, VISA, "ref-1", 1000, 1000),
                        capturing(1, VISA, "ref-1", 1000),
                        requested(2, VISA, 200))
                .when(new RecordAuthorisation(PAYMENT, call("authorise", 2), "ref-2"))
                .expectEvents(authorised(2, VISA, "ref-2", 200, 200), capturing(2, VISA, "ref-2", 200));
    }

    @Test
    void takesCashOnTheSpotAlsoWhenTheFareGrew() {
        var reserved = authorised(1, CASH, call("authorise", 1).value(), 1000, 1000);
        payment.given(requested(1, CASH, 1000), reserved)
                .when(new CapturePayment(PAYMENT, eur(1200)))
                .expectEvents(
                        captured(1, CASH, 1000),
                        requested(2, CASH, 200),
                        authorised(2, CASH, call("authorise", 2).value(), 200, 200),
                        captured(2, CASH, 200));
        payment.given(requested(1, CASH, 1000), reserved)
                .when(new CapturePayment(PAYMENT, eur(800)))
                .expectEvents(captured(1, CASH, 800), voided(1, CASH, 200));
    }

    @Test
    void refusesToTakeWhatIsNotReserved() {
        refuses(
                payment.given(requested(1, VISA, 1000)).when(new CapturePayment(PAYMENT, eur(700))),
                RefusalCode.NOTHING_TO_CAPTURE);
        refuses(
                payment.givenNoPriorActivity().when(new CapturePayment(PAYMENT, eur(7))),
                RefusalCode.NOTHING_TO_CAPTURE);
    }

    @Test
    void ignoresACaptureToldTwiceAndRefusesASmallerOne() {
        payment.given(paid()).when(new CapturePayment(PAYMENT, eur(1000))).expectNoEvents();
        refuses(payment.given(paid()).when(new CapturePayment(PAYMENT, eur(500))), RefusalCode.PAYMENT_NOT_CHANGEABLE);
        payment.given(paid())
                .when(new RecordCapture(PAYMENT, call("capture", 1), eur(1000)))
                .expectNoEvents();
    }

    @Test
    void refusesMoreThanWasAskedToBeTaken() {
        refuses(
                payment.given(
                                requested(1, VISA, 1000),
                                authorised(1, VISA, "ref-1", 1000, 1000),
                                capturing(1, VISA, "ref-1", 700))
                        .when(new RecordCapture(PAYMENT, call("capture", 1), eur(701))),
                RefusalCode.AMOUNT_TOO_LARGE);
    }

    @Test
    void givesBackAllThatIsReservedAndWhatComesLater() {
        payment.given(requested(1, VISA, 1000), authorised(1, VISA, "ref-1", 1000, 1000), requested(2, VISA, 500))
                .when(new VoidPayment(PAYMENT))
                .expectEvents(voiding(1, VISA, "ref-1", 1000));
        payment.given(
                        requested(1, VISA, 1000),
                        authorised(1, VISA, "ref-1", 1000, 1000),
                        requested(2, VISA, 500),
                        voiding(1, VISA, "ref-1", 1000))
                .when(new RecordAuthorisation(PAYMENT, call("authorise", 2), "ref-2"))
                .expectEvents(authorised(2, VISA, "ref-2", 500, 500), voiding(2, VISA, "ref-2", 500));
    }

    @Test
    void hasNothingToGiveBackWhenNothingWasAsked() {
        payment.givenNoPriorActivity().when(new VoidPayment(PAYMENT)).expectNoEvents();
    }

    @Test
    void cannotBeGivenBackWhileTheAnswerIsOut() {
        refuses(payment.given(requested(1, VISA, 1000)).when(new VoidPayment(PAYMENT)), RefusalCode.NOTHING_TO_CAPTURE);
    }

    @Test
    void asksAgainAfterADecline() {
        payment.given(requested(1, VISA, 1000))
                .when(new RecordDecline(PAYMENT, call("authorise", 1), "insufficient_funds"))
                .expectEvents(declined(1, VISA, 1000, "insufficient_funds"));
        payment.given(requested(1, VISA, 1000), declined(1, VISA, 1000, "insufficient_funds"))
                .when(new RequestAuthorisation(PAYMENT, ANNA, OTHER, eur(1000)))
                .expectEvents(requested(2, OTHER, 1000));
    }

    @Test
    void needsARidersConfirmationOnce() {
        var needed = new ConfirmationNeeded(PAYMENT, ANNA, call("authorise", 1), "ref-1", "https://bank", NOW);
        var record = new RecordConfirmationNeeded(PAYMENT, call("authorise", 1), "ref-1", "https://bank");
        payment.given(requested(1, VISA, 1000)).when(record).expectEvents(needed);
        payment.given(requested(1, VISA, 1000), needed).when(record).expectNoEvents();
        payment.given(requested(1, VISA, 1000), needed)
                .when(new RecordAuthorisation(PAYMENT, call("authorise", 1), "ref-1"))
                .expectEvents(authorised(1, VISA, "ref-1", 1000, 1000));
    }

    private static void refuses(ResultValidator<Payment> result, RefusalCode code) {
        result.expectNoEvents().expectExceptionDetails(matches((Object details) -> {
            assertThat(details).isEqualTo(new Refusal(code));
            return true;
        }));
    }
}
