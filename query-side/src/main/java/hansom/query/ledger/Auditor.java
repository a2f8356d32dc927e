package hansom.query.ledger;

import hansom.contract.ledger.LedgerProof;
import hansom.contract.payment.PaymentPage;
import hansom.contract.payment.PaymentQuery.ListPayments;
import java.time.Clock;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Has the whole book read as it stood at one instant, so that what is posted meanwhile looks like no mistake, and then every payment. */
@Component
class Auditor {
    private static final int PAGE = 100;

    private final LedgerStore book;
    private final Statements statements;
    private final QueryGateway queries;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    Auditor(
            LedgerStore book,
            Statements statements,
            QueryGateway queries,
            Clock businessClock,
            PlatformTransactionManager transactions) {
        this.book = book;
        this.statements = statements;
        this.queries = queries;
        this.clock = businessClock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        snapshot.setReadOnly(true);
    }

    LedgerProof prove() {
        Proof proof = new Proof();
        snapshot.executeWithoutResult(status -> {
            statements.readAll(proof::read);
            proof.compare(book.allBalances());
        });
        @Nullable String cursor = null;
        do {
            PaymentPage page = queries.query(new ListPayments(cursor, PAGE), PaymentPage.class)
                    .join();
            page.payments().forEach(proof::check);
            cursor = page.next();
        } while (cursor != null);
        return proof.outcome(clock.instant());
    }
}
