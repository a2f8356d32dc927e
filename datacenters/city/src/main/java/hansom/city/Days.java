package hansom.city;

import hansom.city.driver.DriverLife;
import hansom.city.life.Surroundings;
import hansom.city.office.Payday;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Several days in the sandbox's clock: in each a busy morning and a busy evening, at night the clock goes on to the next, and money is paid out. */
final class Days {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 30);
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 10);
    private static final double CLEARING_SECONDS = 2_400;

    private final CityPlan plan;
    private final Surroundings city;
    private final Pace pace;
    private final List<DriverLife> drivers;
    private final AtomicInteger riding;
    private final Payday payday;

    Days(CityPlan plan, Surroundings city, Pace pace, List<DriverLife> drivers, AtomicInteger riding, Payday payday) {
        this.plan = plan;
        this.city = city;
        this.pace = pace;
        this.drivers = drivers;
        this.riding = riding;
        this.payday = payday;
    }

    void play() throws InterruptedException {
        LocalDate first =
                LocalDate.ofInstant(city.tempo().now(), ZoneOffset.UTC).plusDays(1);
        for (int day = 0; day < plan.days(); day++) {
            LocalDate date = first.plusDays(day);
            stretch(date, MORNING);
            stretch(date, EVENING);
            payday.remember(drivers.stream().map(DriverLife::session).toList());
            pace.moveTo(at(date.plusDays(1), AFTER_MIDNIGHT));
            payday.check(date);
            city.tally().say("%s is over, %d payouts so far".formatted(date, payday.payouts()));
        }
        payday.prove();
    }

    private void stretch(LocalDate date, LocalTime time) throws InterruptedException {
        pace.moveTo(at(date, time));
        city.daylight().wish(true);
        double until = city.tempo().seconds() + plan.minutes() * 60 / 2;
        while (city.tempo().seconds() < until) Thread.sleep(200);
        city.daylight().wish(false);
        City.clear(city.tempo(), riding, CLEARING_SECONDS);
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).toInstant(ZoneOffset.UTC);
    }

    boolean held() {
        return payday.held();
    }

    String line() {
        return " days=%d payouts=%d proof=%s parked=%d"
                .formatted(plan.days(), payday.payouts(), payday.proof(), payday.parked());
    }
}
