package hansom.saga.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.contract.id.Region;
import hansom.contract.ledger.LedgerQuery.FindLedgerHead;
import hansom.contract.payout.DayCommand.CloseDay;
import hansom.contract.payout.DayId;
import hansom.contract.refusal.RefusalCode;
import hansom.engines.clock.BusinessClock;
import hansom.saga.Buses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DayClockTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Buses buses = new Buses().doing(CloseDay.class);
    private final BusinessClock clock = new BusinessClock(
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC), new BusinessClock.OffsetMemory() {
                @Override
                public Duration load() {
                    return Duration.ZERO;
                }

                @Override
                public void save(Duration offset) {}
            });
    private final DayClock days = new DayClock(Region.NOVOSIBIRSK, clock, buses.queries(), buses.commands());
    private long head = 42;

    @Test
    void closesTheDayThatIsOverUpToWhereTheBookIsComplete() {
        aBook();
        days.run();
        assertThat(buses.sent()).containsExactly(close(MONDAY, 42));
    }

    @Test
    void closesADayOnce() {
        aBook();
        days.run();
        days.run();
        assertThat(buses.sent()).hasSize(1);
    }

    @Test
    void endsTheDayByTheRegionsOwnTime() {
        aBook();
        clock.moveTo(Instant.parse("2026-11-24T17:00:00Z"));
        days.run();
        assertThat(buses.sent()).containsExactly(close(TUESDAY, 42));
    }

    @Test
    void closesTheLatestDayWhenTheClockLeapsAhead() {
        aBook();
        days.run();
        buses.sent();
        clock.moveTo(Instant.parse("2026-11-28T12:00:00Z"));
        days.run();
        assertThat(buses.sent()).containsExactly(close(LocalDate.of(2026, 11, 27), 42));
    }

    @Test
    void waitsForABookThatHasReadNothingYet() {
        head = -1;
        aBook();
        days.run();
        assertThat(buses.sent()).isEmpty();
        head = 7;
        days.run();
        assertThat(buses.sent()).containsExactly(close(MONDAY, 7));
    }

    @Test
    void triesAgainWhenTheBookWasOutOfReach() {
        assertThatThrownBy(days::run).isInstanceOf(RuntimeException.class);
        aBook();
        days.run();
        assertThat(buses.sent()).hasSize(1);
    }

    @Test
    void isContentWhenTheDayWasClosedBefore() {
        aBook();
        buses.refusing(CloseDay.class, RefusalCode.DAY_ALREADY_CLOSED);
        days.run();
        days.run();
        assertThat(buses.sent()).hasSize(1);
    }

    private void aBook() {
        buses.answering(FindLedgerHead.class, Long.class, _ -> head);
    }

    private static CloseDay close(LocalDate day, long upTo) {
        return new CloseDay(DayId.of(Region.NOVOSIBIRSK, day), Region.NOVOSIBIRSK, day, upTo);
    }
}
