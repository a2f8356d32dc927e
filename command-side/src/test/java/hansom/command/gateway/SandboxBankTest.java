package hansom.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverId;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.contract.payout.Payee;
import hansom.contract.payout.PayoutId;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestPostgres;
import java.time.LocalDate;
import java.util.Currency;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SandboxBankTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Payee BEN = new Payee.OfDriver(new DriverId("drv_019a0000-0000-7000-8000-000000000000"));
    private static final Money MONEY = new Money(4200, EUR);

    private final DataSource database = TestPostgres.fresh();
    private final SandboxBank bank = open();

    private SandboxBank open() {
        Migrations.run(database, "sandbox");
        return new SandboxBank(JdbcClient.create(database), new PostgresDialect(), TestPostgres.transactions(database));
    }

    @Test
    void paysOnceUnderAKeyAlsoAfterARestart() {
        var paid = bank.send(key(1), "bank_ok", MONEY);
        assertThat(paid).isInstanceOf(BankGateway.Transfer.Paid.class);
        assertThat(open().send(key(1), "bank_ok", MONEY)).isEqualTo(paid);
        assertThat(bank.send(key(1), "bank_ok", new Money(1, EUR)))
                .isEqualTo(new BankGateway.Transfer.Returned("key_reused"));
    }

    @Test
    void sendsBackWhatHasNoAccount() {
        assertThat(bank.send(key(1), "bank_returns", MONEY))
                .isEqualTo(new BankGateway.Transfer.Returned("account_closed"));
        assertThat(bank.send(key(2), "DE02120300000000202051", MONEY))
                .isEqualTo(new BankGateway.Transfer.Returned("account_unknown"));
    }

    @Test
    void losesAnAnswerAndTellsItWhenAskedAgain() {
        assertThat(bank.send(key(1), "bank_timeout", MONEY)).isInstanceOf(BankGateway.Transfer.Unknown.class);
        assertThat(bank.send(key(1), "bank_timeout", MONEY)).isInstanceOf(BankGateway.Transfer.Paid.class);
    }

    private static CallId key(int number) {
        return CallId.of(PayoutId.of(BEN, LocalDate.parse("2026-11-24"), EUR), "payout", number);
    }
}
