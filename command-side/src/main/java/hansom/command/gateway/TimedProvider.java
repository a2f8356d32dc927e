package hansom.command.gateway;

import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A provider whose every call is timed, by what was asked and what it said. */
public final class TimedProvider implements PaymentGateway {
    private static final List<String> OPERATIONS =
            List.of("authorise", "capture", "release", "refund", "charge", "status");

    private final PaymentGateway provider;
    private final MeterRegistry meters;

    public TimedProvider(PaymentGateway provider, MeterRegistry meters) {
        this.provider = provider;
        this.meters = meters;
        for (String operation : OPERATIONS)
            for (String answer : List.of("approved", "unknown")) timer(operation, answer);
    }

    @Override
    public Answer authorise(CallId key, String cardToken, Money amount) {
        return timed("authorise", () -> provider.authorise(key, cardToken, amount));
    }

    @Override
    public Answer capture(CallId key, String providerRef, Money amount) {
        return timed("capture", () -> provider.capture(key, providerRef, amount));
    }

    @Override
    public Answer release(CallId key, String providerRef) {
        return timed("release", () -> provider.release(key, providerRef));
    }

    @Override
    public Answer refund(CallId key, String providerRef, Money amount) {
        return timed("refund", () -> provider.refund(key, providerRef, amount));
    }

    @Override
    public Answer charge(CallId key, String cardToken, Money amount) {
        return timed("charge", () -> provider.charge(key, cardToken, amount));
    }

    @Override
    public Answer status(CallId key) {
        return timed("status", () -> provider.status(key));
    }

    @Override
    public Optional<CallId> callOf(String providerRef) {
        return provider.callOf(providerRef);
    }

    private Answer timed(String operation, Supplier<Answer> call) {
        long began = System.nanoTime();
        Answer answer = call.get();
        timer(operation, word(answer)).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        return answer;
    }

    private Timer timer(String operation, String answer) {
        return Meters.timer("hansom.provider", "calls to the provider of payments, by what was asked and what it said")
                .tags("operation", operation, "answer", answer)
                .register(meters);
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case Answer.Approved _ -> "approved";
            case Answer.Declined _ -> "declined";
            case Answer.ConfirmationNeeded _ -> "confirmation_needed";
            case Answer.Unknown _ -> "unknown";
        };
    }
}
