package hansom.command.gateway;

import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A bank whose every transfer is timed, by what it said. */
public final class TimedBank implements BankGateway {
    private final BankGateway bank;
    private final MeterRegistry meters;

    public TimedBank(BankGateway bank, MeterRegistry meters) {
        this.bank = bank;
        this.meters = meters;
        for (String answer : List.of("paid", "returned", "unknown")) timer(answer);
    }

    @Override
    public Transfer send(CallId key, String bankToken, Money amount) {
        long began = System.nanoTime();
        Transfer transfer = bank.send(key, bankToken, amount);
        timer(word(transfer)).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        return transfer;
    }

    private Timer timer(String answer) {
        return Meters.timer("hansom.bank", "transfers asked of the bank, by what it said")
                .tag("answer", answer)
                .register(meters);
    }

    private static String word(Transfer transfer) {
        return switch (transfer) {
            case Transfer.Paid _ -> "paid";
            case Transfer.Returned _ -> "returned";
            case Transfer.Unknown _ -> "unknown";
        };
    }
}
