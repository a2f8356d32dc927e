package hansom.command.gateway;

import static hansom.command.gateway.SandboxBook.Call;
import static hansom.command.gateway.SandboxBook.Hold;

import hansom.command.gateway.SandboxBook.State;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Plays the provider: answers as the card's token says ({@link SandboxCard}), keeps its own book, and knows a repeated call by its key. One
 * call is booked after the other.
 */
final class SandboxProvider implements PaymentGateway {
    private static final String PREFIX = "sbx-";
    private static final String CONFIRM_AT = "/v1/sandbox/confirmations/";

    private final SandboxBook book;
    private final Consumer<Notice> notices;

    /** What a new call leads to. */
    private record Booked(String ref, String answer, String why) {
        static Booked approved(String ref) {
            return new Booked(ref, "approved", "");
        }

        static Booked declined(String ref, String why) {
            return new Booked(ref, "declined", why);
        }
    }

    SandboxProvider(SandboxBook book, Consumer<Notice> notices) {
        this.book = book;
        this.notices = notices;
    }

    @Override
    public Answer authorise(CallId key, String cardToken, Money amount) {
        return call(key, "authorise " + cardToken + " " + amount, () -> reserve(key, cardToken, amount, false));
    }

    @Override
    public Answer charge(CallId key, String cardToken, Money amount) {
        return call(key, "charge " + cardToken + " " + amount, () -> reserve(key, cardToken, amount, true));
    }

    private Booked reserve(CallId key, String token, Money amount, boolean atOnce) {
        var ref = PREFIX + key.value().replace(':', '.');
        var hold = new Hold(
                ref,
                token,
                State.HELD,
                amount.amountMinor(),
                0,
                0,
                amount.currency().getCurrencyCode());
        return switch (SandboxCard.of(token)) {
            case UNKNOWN -> Booked.declined(ref, "card_unknown");
            case POOR -> Booked.declined(ref, "insufficient_funds");
            case EXPIRED -> Booked.declined(ref, "expired_card");
            case DECLINES_LATE -> new Booked(ref, "late", "card_declined");
            case CONFIRMS -> {
                if (atOnce) yield Booked.declined(ref, "authentication_required");
                book.save(hold.at(State.CONFIRMING));
                yield new Booked(ref, "confirm", "");
            }
            case GOOD, LOSES_FIRST_ANSWER, CANNOT_BE_TAKEN, CHARGES_BACK -> {
                book.save(atOnce ? hold.took(hold.amount()) : hold);
                yield done(hold);
            }
        };
    }

    @Override
    public Answer capture(CallId key, String providerRef, Money amount) {
        return onHold(key, "capture " + amount, providerRef, hold -> {
            if (SandboxCard.of(hold.card()) == SandboxCard.CANNOT_BE_TAKEN)
                return Booked.declined(providerRef, "authorisation_expired");
            if (hold.state() != State.HELD) return Booked.declined(providerRef, "nothing_reserved");
            if (!fits(amount, hold, hold.amount())) return Booked.declined(providerRef, "amount_too_large");
            book.save(hold.took(amount.amountMinor()));
            if (SandboxCard.of(hold.card()) == SandboxCard.CHARGES_BACK) chargeBack(providerRef, amount);
            return done(hold);
        });
    }

    @Override
    public Answer release(CallId key, String providerRef) {
        return onHold(key, "release", providerRef, hold -> switch (hold.state()) {
            case CONFIRMING, HELD -> {
                book.save(hold.at(State.RELEASED));
                yield done(hold);
            }
            case RELEASED, DECLINED -> done(hold);
            case TAKEN -> Booked.declined(providerRef, "already_taken");
        });
    }

    @Override
    public Answer refund(CallId key, String providerRef, Money amount) {
        return onHold(key, "refund " + amount, providerRef, hold -> {
            if (hold.state() != State.TAKEN || !fits(amount, hold, hold.taken() - hold.given()))
                return Booked.declined(providerRef, "amount_too_large");
            book.save(hold.gave(amount.amountMinor()));
            return done(hold);
        });
    }

    @Override
    public synchronized Answer status(CallId key) {
        return book.inTransaction(() ->
                book.call(key.value()).map(call -> answer(call.again())).orElse(new Answer.Unknown("never heard of")));
    }

    @Override
    public Optional<CallId> callOf(String providerRef) {
        return providerRef.startsWith(PREFIX)
                ? Optional.of(new CallId(providerRef.substring(PREFIX.length()).replace('.', ':')))
                : Optional.empty();
    }

    /** The rider says yes or no to his bank; false when there is nothing that waits for it. */
    synchronized boolean confirm(String providerRef, boolean yes) {
        return book.inTransaction(() -> book.hold(providerRef)
                .filter(hold -> hold.state() == State.CONFIRMING)
                .map(hold -> {
                    book.save(hold.at(yes ? State.HELD : State.DECLINED));
                    return true;
                })
                .orElse(false));
    }

    private void chargeBack(String ref, Money amount) {
        for (var time = 1; time <= 2; time++) notices.accept(new Notice(ref + "-" + time, ref, amount, "fraudulent"));
    }

    private static Booked done(Hold hold) {
        return SandboxCard.of(hold.card()) == SandboxCard.LOSES_FIRST_ANSWER
                ? new Booked(hold.ref(), "lost", "")
                : Booked.approved(hold.ref());
    }

    private static boolean fits(Money amount, Hold hold, long most) {
        return amount.currency().equals(Currency.getInstance(hold.currency()))
                && amount.isPositive()
                && amount.amountMinor() <= most;
    }

    private Answer onHold(CallId key, String asked, String ref, java.util.function.Function<Hold, Booked> step) {
        return call(
                key,
                asked + " of " + ref,
                () -> book.hold(ref).map(step).orElse(Booked.declined(ref, "no_such_reservation")));
    }

    private synchronized Answer call(CallId key, String asked, Supplier<Booked> step) {
        return book.inTransaction(() -> {
            var known = book.call(key.value());
            if (known.isPresent()) {
                if (!known.get().asked().equals(asked)) return new Answer.Declined("key_reused");
                var again = known.get().again();
                book.save(again);
                return answer(again);
            }
            var booked = step.get();
            var call = new Call(key.value(), booked.ref(), asked, booked.answer(), booked.why(), 1);
            book.insert(call);
            return answer(call);
        });
    }

    private Answer answer(Call call) {
        return switch (call.answer()) {
            case "approved" -> new Answer.Approved(call.ref());
            case "lost" -> call.times() == 1 ? new Answer.Unknown("timeout") : new Answer.Approved(call.ref());
            case "late" -> call.times() == 1 ? new Answer.Unknown("processing") : new Answer.Declined(call.why());
            case "confirm" -> confirmed(call);
            default -> new Answer.Declined(call.why());
        };
    }

    private Answer confirmed(Call call) {
        var state = book.hold(call.ref()).map(Hold::state).orElse(State.DECLINED);
        return switch (state) {
            case CONFIRMING -> new Answer.ConfirmationNeeded(call.ref(), CONFIRM_AT + call.ref());
            case HELD, TAKEN -> new Answer.Approved(call.ref());
            case RELEASED, DECLINED -> new Answer.Declined("confirmation_refused");
        };
    }
}
