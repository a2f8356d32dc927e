package hansom.edge.developer;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.FindPosition;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand.CancelByDriver;
import hansom.contract.order.OrderQuery.FindDrivenOrder;
import hansom.contract.order.OrderView;
import hansom.contract.shift.ShiftCommand.EndShift;
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftQuery.FindShift;
import hansom.contract.shift.ShiftView;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.developer.SandboxRunTables.Person;
import hansom.edge.developer.SandboxRunTables.Run;
import hansom.edge.signin.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Keeps the drivers of sandbox runs alive: every few seconds each is heard of where he stands, unless a phone of his own speaks. When a run is over
 * its drivers go home, each as soon as his trip lets him. Two nodes that do so at once do no harm.
 */
@Component
@Profile("sandbox")
class SandboxRuns implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxRuns.class);
    private static final long TURN_SECONDS = 4;
    private static final Duration OWN_PHONE = Duration.ofSeconds(15);
    private static final long ELSEWHERE_METRES = 10;

    private final SandboxRunTables tables;
    private final SandboxCast cast;
    private final Questions questions;
    private final Commands commands;
    private @Nullable ScheduledExecutorService turns;

    SandboxRuns(SandboxRunTables tables, SandboxCast cast, Questions questions, Commands commands) {
        this.tables = tables;
        this.cast = cast;
        this.questions = questions;
        this.commands = commands;
    }

    private void turn() {
        try {
            for (Run run : tables.runs()) {
                List<Person> drivers = drivers(run);
                drivers.forEach(this::keepAlive);
                if (run.ended() || !Instant.now().isBefore(run.expiresAt())) goHome(run, drivers);
            }
        } catch (RuntimeException unavailable) {
            LOG.warn("sandbox runs wait for the next turn: {}", unavailable.toString());
        }
    }

    private List<Person> drivers(Run run) {
        return tables.people(run.id()).stream()
                .filter(person -> person.role() == Role.DRIVER)
                .toList();
    }

    private void keepAlive(Person person) {
        if (!ownPhoneSpeaks(person)) cast.stand(person);
    }

    private boolean ownPhoneSpeaks(Person person) {
        return questions
                .find(new FindPosition(new DriverId(person.id())), DriverPosition.class)
                .filter(seen -> seen.at().isAfter(person.movedAt().plusSeconds(1))
                        && seen.at().isAfter(Instant.now().minus(OWN_PHONE))
                        && seen.point().straightTo(person.at()).metres() > ELSEWHERE_METRES)
                .isPresent();
    }

    /** Ends a run now; what its drivers are driving they finish first. */
    void end(Run run) {
        tables.end(run.id());
        goHome(run, drivers(run));
    }

    private void goHome(Run run, List<Person> drivers) {
        boolean allHome = true;
        for (Person driver : drivers) allHome &= isHome(new DriverId(driver.id()));
        if (allHome) tables.forget(run.id());
    }

    private boolean isHome(DriverId driver) {
        ShiftId shift = ShiftId.of(driver);
        if (questions
                .find(new FindShift(shift), ShiftView.class)
                .filter(view -> view.state() != ShiftView.State.OFF)
                .isEmpty()) return true;
        try {
            questions
                    .find(new FindDrivenOrder(driver), OrderView.class)
                    .filter(order ->
                            order.startedAt() == null && !order.status().over())
                    .ifPresent(order -> commands.send(
                            new CancelByDriver(order.orderId(), driver, false, GiveUpReason.PERSONAL), driver.value()));
            commands.send(new EndShift(shift), driver.value());
        } catch (RuntimeException busy) {
            LOG.debug("{} goes home later", driver, busy);
        }
        return false;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sandbox-runs").factory());
        started.scheduleWithFixedDelay(this::turn, 1, TURN_SECONDS, TimeUnit.SECONDS);
        turns = started;
    }

    @Override
    public synchronized void stop() {
        if (turns != null) turns.shutdownNow();
        turns = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return turns != null;
    }
}
