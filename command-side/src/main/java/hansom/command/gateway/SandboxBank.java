package hansom.command.gateway;

import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plays the bank, by the account's token: {@code bank_ok} and others that begin with {@code bank_} are paid, {@code bank_returns} comes back,
 * {@code bank_timeout} is paid and its first answer is lost; any other token is no account. Keeps its own book in its own transactions.
 */
final class SandboxBank implements BankGateway {
    private static final List<String> COLUMNS =
            List.of("call_id", "account", "amount_minor", "currency", "answer", "why", "times");

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;

    private record Sent(String account, long amount, String currency, String answer, String why, int times) {}

    SandboxBank(JdbcClient sql, Dialect dialect, Transactions transactions) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
    }

    @Override
    public synchronized Transfer send(CallId key, String bankToken, Money amount) {
        return transactions.call(() -> {
            var sent = find(key).map(SandboxBank::again).orElseGet(() -> decide(bankToken, amount));
            save(key, sent);
            var same = sent.account().equals(bankToken)
                    && sent.amount() == amount.amountMinor()
                    && sent.currency().equals(amount.currency().getCurrencyCode());
            return same ? answer(key, sent) : new Transfer.Returned("key_reused");
        });
    }

    private static Sent decide(String token, Money amount) {
        var why = token.equals("bank_returns") ? "account_closed" : token.startsWith("bank_") ? "" : "account_unknown";
        var answer = !why.isEmpty() ? "returned" : token.equals("bank_timeout") ? "lost" : "paid";
        return new Sent(token, amount.amountMinor(), amount.currency().getCurrencyCode(), answer, why, 1);
    }

    private static Sent again(Sent sent) {
        return new Sent(sent.account(), sent.amount(), sent.currency(), sent.answer(), sent.why(), sent.times() + 1);
    }

    private static Transfer answer(CallId key, Sent sent) {
        if (sent.answer().equals("returned")) return new Transfer.Returned(sent.why());
        if (sent.answer().equals("lost") && sent.times() == 1) return new Transfer.Unknown("timeout");
        return new Transfer.Paid("sbx-" + key.value().replace(':', '.'));
    }

    private Optional<Sent> find(CallId key) {
        return sql.sql("SELECT account, amount_minor, currency, answer, why, times"
                        + " FROM sandbox_transfer WHERE call_id = :id")
                .param("id", key.value())
                .query((row, number) -> new Sent(
                        row.getString("account"),
                        row.getLong("amount_minor"),
                        row.getString("currency"),
                        row.getString("answer"),
                        row.getString("why"),
                        row.getInt("times")))
                .optional();
    }

    private void save(CallId key, Sent sent) {
        sql.sql(dialect.upsert("sandbox_transfer", COLUMNS, List.of("call_id")))
                .param("call_id", key.value())
                .param("account", sent.account())
                .param("amount_minor", sent.amount())
                .param("currency", sent.currency())
                .param("answer", sent.answer())
                .param("why", sent.why())
                .param("times", sent.times())
                .update();
    }
}
