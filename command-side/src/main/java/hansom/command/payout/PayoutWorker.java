package hansom.command.payout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.command.gateway.BankGateway;
import hansom.command.gateway.BankGateway.Transfer;
import hansom.contract.payout.PayoutCommand;
import hansom.contract.payout.PayoutCommand.RecordPayoutPaid;
import hansom.contract.payout.PayoutCommand.RecordPayoutReturned;
import hansom.contract.payout.PayoutEvent.PayoutRequested;
import hansom.contract.refusal.Refusal;
import hansom.engines.work.Work;
import hansom.engines.work.Worker;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.HandlerExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the bank make the transfers that payouts ask for, and reports whether the money arrived or came back. */
final class PayoutWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutWorker.class);
    private static final int MOST_ATTEMPTS = 200;

    private final BankGateway bank;
    private final CommandGateway commands;
    private final ObjectMapper mapper;

    PayoutWorker(BankGateway bank, CommandGateway commands, ObjectMapper mapper) {
        this.bank = bank;
        this.commands = commands;
        this.mapper = mapper;
    }

    @Override
    public String kind() {
        return BankCalls.PAYOUT;
    }

    @Override
    public Outcome perform(Work work) {
        var asked = read(work.content());
        return switch (bank.send(asked.callId(), asked.bankToken(), asked.amount())) {
            case Transfer.Paid paid -> report(new RecordPayoutPaid(asked.payoutId(), asked.callId(), paid.bankRef()));
            case Transfer.Returned returned ->
                report(new RecordPayoutReturned(asked.payoutId(), asked.callId(), returned.why()));
            case Transfer.Unknown unknown -> again(work.attempts(), unknown.why());
        };
    }

    /** A refused report comes too late to matter; any other failure flies, and the bank is asked again under the same key. */
    private Outcome report(PayoutCommand command) {
        try {
            commands.sendAndWait(command);
        } catch (RuntimeException failure) {
            var details = HandlerExecutionException.<Object>resolveDetails(failure);
            if (details.filter(Refusal.class::isInstance).isEmpty()) throw failure;
            LOG.warn("{} was refused: {}", command, details.get());
        }
        return new Outcome.Done();
    }

    private static Outcome again(int attempts, String why) {
        if (attempts >= MOST_ATTEMPTS) return new Outcome.Hopeless(why);
        return new Outcome.Again(Duration.ofSeconds(Math.min(300, 1L << Math.min(attempts, 20))), why);
    }

    private PayoutRequested read(String content) {
        try {
            return mapper.readValue(content, PayoutRequested.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a noted transfer cannot be read", unreadable);
        }
    }
}
