package hansom.edge.signin;

import hansom.engines.StartRefused;
import hansom.engines.data.DataFolder;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import hansom.engines.sql.Transactions;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Codes that make an operator, once: the first lies in a file of the data folder until somebody uses it, later ones are given by operators. */
@Component
class SetupCodes {
    static final String FILE = "operator-setup.txt";
    private static final Logger LOG = LoggerFactory.getLogger(SetupCodes.class);
    private static final String INSTALLER = "installer";
    private static final Duration INVITATION = Duration.ofDays(2);
    private static final Duration FIRST = Duration.ofDays(3650);

    private final OperatorStore store;
    private final Operators operators;
    private final Transactions transactions;
    private final KeyedHash hash;
    private final DataFolder data;
    private final Clock clock;
    private final boolean production;

    SetupCodes(
            OperatorStore store,
            Operators operators,
            Transactions transactions,
            Secrets secrets,
            DataFolder data,
            RealClock clock,
            Environment environment) {
        this.store = store;
        this.operators = operators;
        this.transactions = transactions;
        this.hash = new KeyedHash(secrets.bytes("signin.setup"));
        this.data = data;
        this.clock = clock.clock();
        this.production = environment.acceptsProfiles(Profiles.of("production"));
    }

    /** While nobody is an operator there is one code, written anew at each start. */
    @PostConstruct
    void offerTheFirst() {
        if (!operators.none()) {
            transactions.run(() -> store.dropCodesOf(INSTALLER));
            discard();
            return;
        }
        if (production)
            throw new StartRefused("profile production lacks: the first operator (make him with ./operator NAME)");
        String code = fresh();
        transactions.run(() -> {
            store.dropCodesOf(INSTALLER);
            store.addCode(
                    hash.of(code),
                    FirstOperator.ALL_OF_THE_OFFICE,
                    INSTALLER,
                    clock.instant().plus(FIRST));
        });
        write(code);
        LOG.info("there is no operator yet; the code that makes the first lies in {} of the data folder", FILE);
    }

    String invite(Set<Role> roles, String by) {
        String code = fresh();
        transactions.run(
                () -> store.addCode(hash.of(code), roles, by, clock.instant().plus(INVITATION)));
        return code;
    }

    Operators.Welcome redeem(String code, String name, String password) {
        Operators.Welcome welcome = operators.setUp(hash.of(code), name, password);
        transactions.run(() -> store.dropCodesOf(INSTALLER));
        discard();
        return welcome;
    }

    private void discard() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException stays) {
            LOG.warn("{} could not be removed; its code is used up all the same", FILE);
        }
    }

    private void write(String code) {
        try {
            Path file = file();
            Files.deleteIfExists(file);
            if (Files.getFileStore(data.root()).supportsFileAttributeView("posix"))
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, code + System.lineSeparator());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file() {
        return data.root().resolve(FILE);
    }

    private static String fresh() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
