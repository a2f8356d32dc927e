package hansom.edge.developer;

import hansom.contract.geo.Point;
import hansom.edge.EdgeTables;
import hansom.edge.signin.Role;
import hansom.engines.sql.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sandbox runs, their people, and where each of their drivers stands. Times are real time. */
@Component
@Profile("sandbox")
class SandboxRunTables {
    private static final double MICRO = 1e6;

    private final JdbcClient sql;
    private final Transactions transactions;

    SandboxRunTables(JdbcClient sql, Transactions transactions, EdgeTables ready) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** A run; an ended one stays until the last of its drivers is home. */
    record Run(String id, Instant expiresAt, boolean ended) {}

    /** Somebody of a run; {@code vehicle} is empty for riders, {@code card} for drivers. A driver on a trip stands where it began. */
    record Person(
            String id,
            String run,
            Role role,
            String phone,
            String vehicle,
            String card,
            Point at,
            Instant movedAt,
            boolean onTrip) {}

    void add(Run run) {
        transactions.run(() -> sql.sql("INSERT INTO sandbox_run (id, expires_at, ended) VALUES (:id, :expires, :ended)")
                .param("id", run.id())
                .param("expires", run.expiresAt().toEpochMilli())
                .param("ended", run.ended())
                .update());
    }

    void add(Person person) {
        transactions.run(() -> sql.sql(
                        "INSERT INTO sandbox_person (id, run, role, phone, vehicle, card, lat_micro, lng_micro, moved_at, on_trip)"
                                + " VALUES (:id, :run, :role, :phone, :vehicle, :card, :lat, :lng, :moved, :trip)")
                .param("id", person.id())
                .param("run", person.run())
                .param("role", person.role().name())
                .param("phone", person.phone())
                .param("vehicle", person.vehicle())
                .param("card", person.card())
                .param("lat", micro(person.at().lat()))
                .param("lng", micro(person.at().lng()))
                .param("moved", person.movedAt().toEpochMilli())
                .param("trip", person.onTrip())
                .update());
    }

    void move(String driver, Point to, Instant at, boolean onTrip) {
        transactions.run(() -> sql.sql(
                        "UPDATE sandbox_person SET lat_micro = :lat, lng_micro = :lng, moved_at = :moved, on_trip = :trip WHERE id = :id")
                .param("lat", micro(to.lat()))
                .param("lng", micro(to.lng()))
                .param("moved", at.toEpochMilli())
                .param("trip", onTrip)
                .param("id", driver)
                .update());
    }

    List<Run> runs() {
        return sql.sql("SELECT id, expires_at, ended FROM sandbox_run")
                .query((row, _) -> run(row))
                .list();
    }

    /** A run that is not over. */
    Optional<Run> living(String id, Instant now) {
        return sql.sql("SELECT id, expires_at, ended FROM sandbox_run WHERE id = :id")
                .param("id", id)
                .query((row, _) -> run(row))
                .optional()
                .filter(run -> !run.ended() && now.isBefore(run.expiresAt()));
    }

    List<Person> people(String run) {
        return sql.sql("SELECT * FROM sandbox_person WHERE run = :run ORDER BY id")
                .param("run", run)
                .query((row, _) -> person(row))
                .list();
    }

    Optional<Person> driver(String id) {
        return sql.sql("SELECT * FROM sandbox_person WHERE id = :id")
                .param("id", id)
                .query((row, _) -> person(row))
                .optional()
                .filter(person -> person.role() == Role.DRIVER);
    }

    void end(String run) {
        transactions.run(() -> sql.sql("UPDATE sandbox_run SET ended = true WHERE id = :id")
                .param("id", run)
                .update());
    }

    void forget(String run) {
        transactions.run(() -> {
            sql.sql("DELETE FROM sandbox_person WHERE run = :run")
                    .param("run", run)
                    .update();
            sql.sql("DELETE FROM sandbox_run WHERE id = :run").param("run", run).update();
        });
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(row.getString("id"), Instant.ofEpochMilli(row.getLong("expires_at")), row.getBoolean("ended"));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("id"),
                row.getString("run"),
                Role.valueOf(row.getString("role")),
                row.getString("phone"),
                row.getString("vehicle"),
                row.getString("card"),
                new Point(row.getLong("lat_micro") / MICRO, row.getLong("lng_micro") / MICRO),
                Instant.ofEpochMilli(row.getLong("moved_at")),
                row.getBoolean("on_trip"));
    }

    private static long micro(double degrees) {
        return Math.round(degrees * MICRO);
    }
}
