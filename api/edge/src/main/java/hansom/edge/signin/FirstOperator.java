package hansom.edge.signin;

import hansom.edge.EdgeTables;
import hansom.engines.IdleEngines;
import hansom.engines.StartRefused;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes the first operator on the installation's own machine while no node runs, so that a node that serves in earnest never waits for
 * whoever comes first with a code.
 */
public final class FirstOperator {
    static final Set<Role> ALL_OF_THE_OFFICE = EnumSet.complementOf(EnumSet.of(Role.RIDER, Role.DRIVER));

    private FirstOperator() {}

    /** The operator, and the secret for the authenticator, which is shown this once. */
    public record Made(String name, String totpSecret, String otpauthUrl) {}

    /** Refuses a name or password that will not do, and when there is an operator already. */
    public static Made make(IdleEngines engines, String name, String password) {
        if (!name.matches(OperatorController.NAME)) throw refused("a name has 3 to 40 letters, digits, dots, dashes");
        if (password.length() < OperatorController.LEAST_PASSWORD)
            throw refused("a password has %d letters at least".formatted(OperatorController.LEAST_PASSWORD));
        var store = new OperatorStore(engines.sql(), engines.dialect(), EdgeTables.upToDate(engines.database()));
        if (store.count() > 0) throw refused("there is an operator already; whoever has the role invites the others");
        var welcome = Operators.add(
                store, engines.transactions(), engines.seals(), Instant.now(), name, password, () -> ALL_OF_THE_OFFICE);
        return new Made(
                welcome.operator().name(),
                welcome.totp().base32(),
                welcome.totp().url(welcome.operator().name()));
    }

    private static StartRefused refused(String why) {
        return new StartRefused(why);
    }
}
