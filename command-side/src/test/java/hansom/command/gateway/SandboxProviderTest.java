package hansom.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SandboxProviderTest extends PaymentGatewayContract {
    private static DataSource database;

    private final List<Notice> notices = new ArrayList<>();
    private final SandboxProvider provider = open();

    @BeforeAll
    static void make() {
        database = TestPostgres.fresh();
        Migrations.run(database, "sandbox");
    }

    private SandboxProvider open() {
        var book = new SandboxBook(
                JdbcClient.create(database), new PostgresDialect(), TestPostgres.transactions(database));
        return new SandboxProvider(book, notices::add);
    }

    @Override
    PaymentGateway provider() {
        return provider;
    }

    @Override
    String card(Behaviour behaviour) {
        return switch (behaviour) {
            case GOOD -> "tok_visa";
            case POOR -> "tok_declined";
            case CONFIRMS -> "tok_3ds";
            case LOSES_FIRST_ANSWER -> "tok_timeout";
        };
    }

    @Override
    void confirm(String providerRef) {
        assertThat(provider.confirm(providerRef, true)).isTrue();
        assertThat(provider.confirm(providerRef, true)).as("confirmed twice").isFalse();
    }

    @Override
    long taken(String providerRef) {
        return JdbcClient.create(database)
                .sql("SELECT taken_minor - given_minor FROM sandbox_hold WHERE ref = :ref")
                .param("ref", providerRef)
                .query(Long.class)
                .single();
    }

    @Test
    void remembersItsBookWhenItIsStartedAgain() {
        var before = provider.authorise(key("authorise", 1), "tok_visa", eur(1000));
        assertThat(open().authorise(key("authorise", 1), "tok_visa", eur(1000))).isEqualTo(before);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        provider.authorise(key("authorise", 1), "tok_visa", eur(1000));
        assertThat(provider.authorise(key("authorise", 1), "tok_visa", eur(2000)))
                .isEqualTo(new Answer.Declined("key_reused"));
    }

    @Test
    void declinesLateWhatItWasProcessing() {
        assertThat(provider.authorise(key("authorise", 1), "tok_late_decline", eur(1000)))
                .isEqualTo(new Answer.Unknown("processing"));
        assertThat(provider.authorise(key("authorise", 1), "tok_late_decline", eur(1000)))
                .isEqualTo(new Answer.Declined("card_declined"));
    }

    @Test
    void declinesWhatTheRiderDoesNotConfirm() {
        var needed = (Answer.ConfirmationNeeded) provider.authorise(key("authorise", 1), "tok_3ds", eur(1000));
        provider.confirm(needed.providerRef(), false);
        assertThat(provider.authorise(key("authorise", 1), "tok_3ds", eur(1000)))
                .isEqualTo(new Answer.Declined("confirmation_refused"));
    }

    @Test
    void tellsOfAChargebackTwice() {
        var held = (Answer.Approved) provider.authorise(key("authorise", 1), "tok_chargeback", eur(1000));
        assertThat(notices).isEmpty();
        provider.capture(key("capture", 1), held.providerRef(), eur(800));
        assertThat(notices).extracting(Notice::providerRef).containsExactly(held.providerRef(), held.providerRef());
        assertThat(notices).extracting(Notice::amount).containsOnly(eur(800));
    }

    @Test
    void hasCardsThatCannotBeTakenAndKnowsNoOthers() {
        var held = (Answer.Approved) provider.authorise(key("authorise", 1), "tok_capture_fails", eur(1000));
        assertThat(provider.capture(key("capture", 1), held.providerRef(), eur(800)))
                .isEqualTo(new Answer.Declined("authorisation_expired"));
        assertThat(provider.authorise(key("authorise", 2), "4242424242424242", eur(1000)))
                .isEqualTo(new Answer.Declined("card_unknown"));
    }

    @Test
    void losesTheAnswerOfEachCallOfSuchACardOnlyOnce() {
        provider.authorise(key("authorise", 1), "tok_timeout", eur(1000));
        var held = (Answer.Approved) provider.authorise(key("authorise", 1), "tok_timeout", eur(1000));
        assertThat(provider.capture(key("capture", 1), held.providerRef(), eur(800)))
                .isInstanceOf(Answer.Unknown.class);
        assertThat(taken(held.providerRef())).as("done, and not told").isEqualTo(800);
        assertThat(provider.capture(key("capture", 1), held.providerRef(), eur(800)))
                .isInstanceOf(Answer.Approved.class);
        assertThat(taken(held.providerRef())).isEqualTo(800);
    }
}
