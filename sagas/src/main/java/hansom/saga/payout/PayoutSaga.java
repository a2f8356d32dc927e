package hansom.saga.payout;

import hansom.contract.ledger.LedgerQuery.ListPayables;
import hansom.contract.ledger.Payables;
import hansom.contract.ledger.Payables.Payable;
import hansom.contract.payout.DayEvent.DayClosed;
import hansom.contract.payout.PayoutCommand.RequestPayout;
import hansom.contract.payout.PayoutId;
import hansom.saga.refusal.Commands;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.spring.stereotype.Saga;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends every driver and fleet of a region what the book owes them at the end of a day. One step: taken again it asks for the same payouts,
 * because the book is read up to the position that the closed day names. What the bank returns is back on the balance by posting, and goes
 * out with the next day.
 */
@Saga
@ProcessingGroup("saga.payout")
public class PayoutSaga {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutSaga.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "dayId")
    void on(DayClosed closed, PayoutTerms terms, QueryGateway book, CommandGateway commands) {
        book
                .query(new ListPayables(closed.region(), closed.upToEvent()), Payables.class)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join()
                .payables()
                .stream()
                .filter(payable -> terms.isEnough(payable.owed()))
                .flatMap(payable -> request(payable, closed))
                .forEach(request -> Commands.send(commands, request)
                        .ifPresent(refusal -> LOG.warn("{} was refused: {}", request.payoutId(), refusal)));
    }

    /** Nothing while no bank account is named: the balance waits. */
    private static Stream<RequestPayout> request(Payable payable, DayClosed closed) {
        var bankToken = payable.bankToken();
        if (bankToken == null) return Stream.empty();
        var payee = payable.payee();
        var owed = payable.owed();
        var id = PayoutId.of(payee, closed.day(), owed.currency());
        return Stream.of(new RequestPayout(id, payee, closed.day(), owed, bankToken, closed.upToEvent()));
    }
}
