package hansom.edge.signin;

import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import hansom.engines.keys.Seals;
import hansom.engines.sql.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The office's people: a name, a password (Argon2id) and a second factor of which each half minute's digits work once. */
@Component
class Operators {
    private static final Limits.Window BY_NAME = new Limits.Window("operator-name", 10, Duration.ofMinutes(15));
    private static final Limits.Window BY_ADDRESS = new Limits.Window("operator-address", 50, Duration.ofMinutes(15));

    private final OperatorStore store;
    private final Transactions transactions;
    private final Seals seals;
    private final Limits limits;
    private final Clock clock;
    private final PasswordEncoder passwords = passwords();
    private final String nobody = passwords.encode("nobody has this password");

    Operators(OperatorStore store, Transactions transactions, Seals seals, Limits limits, RealClock clock) {
        this.store = store;
        this.transactions = transactions;
        this.seals = seals;
        this.limits = limits;
        this.clock = clock.clock();
    }

    /** One of the office's people. */
    record Operator(String id, String name, Set<Role> roles, Instant madeAt, boolean disabled) {
        Operator {
            roles = Set.copyOf(roles);
        }
    }

    /** A new operator, and the second factor that is shown this once. */
    record Welcome(Operator operator, Totp totp) {}

    /** Lets in whoever proves both; an unknown name takes as long as a wrong password. */
    Operator prove(String name, String password, String digits, String address) {
        String known = name.toLowerCase(Locale.ROOT);
        if (limits.count(BY_NAME, known).over()
                || limits.count(BY_ADDRESS, address).over()) throw new Refused(RefusalCode.RATE_LIMITED);
        OperatorStore.Kept kept = store.named(known).orElse(null);
        boolean right = passwords.matches(password, kept == null ? nobody : kept.password());
        if (kept == null || !right || kept.operator().disabled()) throw wrong();
        OptionalLong step = totp(kept).step(digits, clock.instant());
        if (step.isEmpty()) throw wrong();
        String claim = AccessTokens.newId();
        transactions.run(() -> store.claim(kept.operator().id(), step.getAsLong(), claim));
        if (!store.holds(kept.operator().id(), claim)) throw wrong();
        return kept.operator();
    }

    /** Makes an operator of whoever brings a code that has not been used; the code is used up in the same transaction. */
    Welcome setUp(String codeHash, String name, String password) {
        Instant now = clock.instant();
        return add(
                store,
                transactions,
                seals,
                now,
                name,
                password,
                () -> store.takeCode(codeHash, now).orElseThrow(Operators::wrong));
    }

    /** Keeps a new operator; what allows him his roles is asked in the same transaction. */
    static Welcome add(
            OperatorStore store,
            Transactions transactions,
            Seals seals,
            Instant now,
            String name,
            String password,
            Supplier<Set<Role>> allowed) {
        String known = name.toLowerCase(Locale.ROOT);
        Totp totp = Totp.fresh();
        String id = Uuid7.mint("opr", Region.LOCAL, now);
        String hashed = passwords().encode(password);
        String sealed = seals.seal(id, Base64.getEncoder().encodeToString(totp.secret()));
        return transactions.call(() -> {
            Set<Role> roles = allowed.get();
            if (store.named(known).isPresent()) throw Refused.at("#/name", "is taken");
            Operator operator = new Operator(id, known, roles, now, false);
            store.add(operator, hashed, sealed);
            return new Welcome(operator, totp);
        });
    }

    private static PasswordEncoder passwords() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    boolean none() {
        return store.count() == 0;
    }

    List<Operator> list() {
        return store.list();
    }

    void disable(String id) {
        transactions.run(() -> store.disable(id, clock.instant()));
    }

    private Totp totp(OperatorStore.Kept kept) {
        String secret = seals.open(kept.operator().id(), kept.totp()).orElseThrow(Operators::wrong);
        return new Totp(Base64.getDecoder().decode(secret));
    }

    private static Refused wrong() {
        return new Refused(RefusalCode.CODE_WRONG, "name, password or second factor is wrong");
    }
}
