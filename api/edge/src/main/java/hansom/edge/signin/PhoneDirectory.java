package hansom.edge.signin;

import hansom.contract.driver.DriverCommand.RegisterDriver;
import hansom.contract.driver.DriverId;
import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.contract.person.Sealed;
import hansom.contract.rider.RiderCommand.RegisterRider;
import hansom.contract.rider.RiderId;
import hansom.edge.EdgeTables;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Seals;
import hansom.engines.keys.Secrets;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rider or driver a phone number stands for. The number itself is not in it, only its keyed hash. */
@Component
class PhoneDirectory {
    private static final List<String> COLUMNS = List.of("phone_hash", "role", "person", "registered", "made_at");

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Seals seals;
    private final CommandGateway commands;
    private final KeyedHash hash;
    private final Region region;
    private final Clock clock;

    PhoneDirectory(
            JdbcClient sql,
            Dialect dialect,
            Transactions transactions,
            Seals seals,
            Secrets secrets,
            CommandGateway commands,
            @Value("${hansom.region:local}") String region,
            RealClock clock,
            EdgeTables tables) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
        this.seals = seals;
        this.commands = commands;
        this.hash = new KeyedHash(secrets.bytes("signin.phones"));
        this.region = Region.named(region);
        this.clock = clock.clock();
    }

    private record Row(String person, boolean registered) {}

    /** The person behind the number; whoever comes for the first time is registered. May be repeated after any failure. */
    String enter(PhoneNumber phone, Role role, Locale language) {
        String key = hash.of(phone.digits());
        Row row = find(key, role).orElseGet(() -> add(key, role));
        if (!row.registered()) {
            register(row.person(), phone, role, language);
            transactions.run(
                    () -> sql.sql("UPDATE phone_person SET registered = TRUE WHERE phone_hash = :hash AND role = :role")
                            .param("hash", key)
                            .param("role", role.wire())
                            .update());
        }
        return row.person();
    }

    /** The person behind the number, if there is one. */
    Optional<String> find(PhoneNumber phone, Role role) {
        return find(hash.of(phone.digits()), role).map(Row::person);
    }

    /** Forgets whose number it was; the same number may register anew, as somebody else. */
    void forget(String person) {
        transactions.run(() -> sql.sql("DELETE FROM phone_person WHERE person = :person")
                .param("person", person)
                .update());
    }

    private void register(String person, PhoneNumber phone, Role role, Locale language) {
        Sealed sealed = new Sealed(person, seals.seal(person, phone.digits()));
        String tag = language.getLanguage();
        Object command = role == Role.RIDER
                ? new RegisterRider(new RiderId(person), sealed, tag)
                : new RegisterDriver(new DriverId(person), sealed, tag);
        commands.sendAndWait(command, 10, TimeUnit.SECONDS);
    }

    private Row add(String key, Role role) {
        String person = Uuid7.mint(role == Role.RIDER ? "rid" : "drv", region, clock.instant());
        transactions.run(() -> sql.sql(dialect.insertIfAbsent("phone_person", COLUMNS, List.of("phone_hash", "role")))
                .param("phone_hash", key)
                .param("role", role.wire())
                .param("person", person)
                .param("registered", false)
                .param("made_at", clock.millis())
                .update());
        return find(key, role).orElseThrow();
    }

    private Optional<Row> find(String key, Role role) {
        return sql.sql("SELECT person, registered FROM phone_person WHERE phone_hash = :hash AND role = :role")
                .param("hash", key)
                .param("role", role.wire())
                .query((row, _) -> new Row(row.getString("person"), row.getBoolean("registered")))
                .optional();
    }
}
