package hansom.command.payment;

import static hansom.command.payment.PaymentStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.command.refusal.RefusedException;
import hansom.contract.money.Money;
import hansom.contract.payment.PaymentCommand.*;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentEvent.*;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the money of every order, whatever is asked in whatever order and however the provider answers. */
class PaymentLawsTest {
    /** One thing that happens: a wish of an amount by a method, or the provider's yes or no to the oldest open call. */
    record Step(Kind kind, long amount, boolean other) {
        enum Kind {
            RESERVE,
            CASH,
            YES,
            NO,
            YES_TO_THE_LATEST,
            CAPTURE,
            VOID,
            REFUND,
            TIP
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Step.Kind.class),
                        Arbitraries.longs().between(0, 2000),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 2000)
    void neverTakesMoreThanIsReservedNorGivesBackMoreThanWasTaken(@ForAll("steps") List<Step> steps) {
        var run = new Run();
        for (var step : steps) {
            run.take(step);
            assertThat(run.sum(PaymentCaptured.class) + run.sum(PaymentVoided.class))
                    .as("taken and given back, of what is reserved, after %s in %s", step, steps)
                    .isLessThanOrEqualTo(run.sum(PaymentAuthorised.class));
            assertThat(run.sum(PaymentCaptured.class))
                    .as("taken, of what was wished, after %s in %s", step, steps)
                    .isLessThanOrEqualTo(run.wished);
            assertThat(run.sum(PaymentRefunded.class)).isLessThanOrEqualTo(run.sum(PaymentCaptured.class));
        }
    }

    @Property(tries = 2000)
    void leavesNothingReservedOnceItIsOver(@ForAll("steps") List<Step> steps, @ForAll boolean taken) {
        var run = new Run();
        steps.forEach(run::take);
        run.answerAllWithYes();
        run.take(new Step(taken ? Step.Kind.CAPTURE : Step.Kind.VOID, 700, false));
        run.answerAllWithYes();
        var stuck = run.state instanceof State.Unasked ? 0 : run.stuck();
        assertThat(run.sum(PaymentCaptured.class) + run.sum(PaymentVoided.class) + stuck)
                .as("%s then %s", steps, taken)
                .isEqualTo(run.sum(PaymentAuthorised.class));
    }

    @Property(tries = 500)
    void changesNothingWhenTheProvidersAnswerIsHeardTwice(@ForAll("steps") List<Step> steps) {
        var run = new Run();
        for (var step : steps) {
            run.take(step);
            var before = run.events.size();
            run.repeatLastAnswer();
            assertThat(run.events).hasSize(before);
        }
    }

    /** A payment and the calls that are open at the provider. */
    private static final class Run {
        final List<PaymentEvent> events = new ArrayList<>();
        final List<PaymentEvent> open = new ArrayList<>();
        State state = new State.Unasked();
        Consumer<Draft> lastAnswer = draft -> {};
        int refunds;
        long wished;

        void take(Step step) {
            var amount = eur(step.amount());
            switch (step.kind()) {
                case RESERVE ->
                    decide(draft -> Reservations.request(
                            draft, new RequestAuthorisation(PAYMENT, ANNA, step.other() ? OTHER : VISA, amount)));
                case CASH ->
                    decide(draft -> Reservations.request(draft, new RequestAuthorisation(PAYMENT, ANNA, CASH, amount)));
                case YES -> answer(0, true);
                case NO -> answer(0, false);
                case YES_TO_THE_LATEST -> answer(open.size() - 1, true);
                case CAPTURE -> {
                    if (decide(draft -> Captures.capture(draft, new CapturePayment(PAYMENT, amount))))
                        wished = Math.max(wished, step.amount());
                }
                case VOID -> decide(Captures::giveBack);
                case REFUND -> {
                    var key = "key-" + refunds++;
                    decide(draft -> Afterwards.refund(draft, new RefundPayment(PAYMENT, key, amount, "late", "op")));
                }
                case TIP -> decide(draft -> Afterwards.tip(draft, new TipDriver(PAYMENT, ANNA, amount)));
            }
        }

        void answerAllWithYes() {
            while (!open.isEmpty()) answer(0, true);
        }

        void repeatLastAnswer() {
            decide(lastAnswer);
        }

        private void answer(int place, boolean yes) {
            if (open.isEmpty()) return;
            lastAnswer = answer(open.remove(place), yes);
            decide(lastAnswer);
        }

        private static Consumer<Draft> answer(PaymentEvent asked, boolean yes) {
            return draft -> {
                switch (asked) {
                    case AuthorisationRequested call
                    when yes ->
                        Reservations.record(
                                draft,
                                new RecordAuthorisation(PAYMENT, call.callId(), "ref-" + Calls.number(call.callId())));
                    case AuthorisationRequested call ->
                        Reservations.record(draft, new RecordDecline(PAYMENT, call.callId(), "no"));
                    case CaptureRequested call
                    when yes -> Captures.record(draft, new RecordCapture(PAYMENT, call.callId(), call.amount()));
                    case CaptureRequested call ->
                        Afterwards.record(draft, new RecordFailure(PAYMENT, call.callId(), "no"));
                    case VoidRequested call when yes -> Captures.record(draft, new RecordVoid(PAYMENT, call.callId()));
                    case VoidRequested call ->
                        Afterwards.record(draft, new RecordFailure(PAYMENT, call.callId(), "no"));
                    case RefundRequested call
                    when yes -> Afterwards.record(draft, new RecordRefund(PAYMENT, call.callId(), call.amount()));
                    case RefundRequested call ->
                        Afterwards.record(draft, new RecordFailure(PAYMENT, call.callId(), "no"));
                    case TipRequested call
                    when yes -> Afterwards.record(draft, new RecordTip(PAYMENT, call.callId(), call.amount()));
                    case TipRequested call -> Afterwards.record(draft, new RecordFailure(PAYMENT, call.callId(), "no"));
                    default -> throw new AssertionError(asked);
                }
            };
        }

        private boolean decide(Consumer<Draft> rule) {
            var draft = new Draft(state, PAYMENT, NOW);
            try {
                rule.accept(draft);
            } catch (RefusedException refused) {
                return false;
            }
            for (var event : draft.events()) {
                state = state.after(event);
                events.add(event);
                switch (event) {
                    case AuthorisationRequested asked -> {
                        if (!Hold.settledAtOnce(asked.method(), asked.amount())) open.add(event);
                    }
                    case CaptureRequested _, VoidRequested _, TipRequested _ -> open.add(event);
                    case RefundRequested asked -> {
                        if (asked.method() != CASH) open.add(event);
                    }
                    default -> {}
                }
            }
            assertThat(new HashSet<>(open)).as("each call is asked once").hasSize(open.size());
            return true;
        }

        long stuck() {
            return new Draft(state, PAYMENT, NOW)
                    .till().holds().stream()
                            .filter(hold -> hold.stage() == Hold.Stage.STUCK)
                            .map(Hold::amount)
                            .mapToLong(Money::amountMinor)
                            .sum();
        }

        long sum(Class<? extends PaymentEvent> kind) {
            return events.stream()
                    .filter(kind::isInstance)
                    .mapToLong(event -> switch (event) {
                        case PaymentAuthorised authorised -> authorised.amount().amountMinor();
                        case PaymentCaptured captured -> captured.amount().amountMinor();
                        case PaymentVoided voided -> voided.amount().amountMinor();
                        case PaymentRefunded refunded -> refunded.amount().amountMinor();
                        default -> throw new AssertionError(event);
                    })
                    .sum();
        }
    }
}
