package hansom.saga.payout;

import hansom.contract.id.Region;
import hansom.contract.ledger.LedgerQuery.FindLedgerHead;
import hansom.contract.payout.DayCommand.CloseDay;
import hansom.contract.payout.DayId;
import hansom.saga.refusal.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/**
 * Closes a region's business day once it is over by the region's own time, up to where the book is complete. Days that passed while nobody
 * looked need no closing of their own: what was owed then is still on the balances.
 */
final class DayClock implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Region region;
    private final Clock clock;
    private final QueryGateway book;
    private final CommandGateway commands;
    private @Nullable LocalDate closed;

    DayClock(Region region, Clock clock, QueryGateway book, CommandGateway commands) {
        this.region = region;
        this.clock = clock;
        this.book = book;
        this.commands = commands;
    }

    @Override
    public void run() {
        var yesterday = LocalDate.ofInstant(clock.instant(), region.zone()).minusDays(1);
        if (yesterday.equals(closed)) return;
        long head = book.query(new FindLedgerHead(), Long.class)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (head < 0) return;
        Commands.send(commands, new CloseDay(DayId.of(region, yesterday), region, yesterday, head));
        closed = yesterday;
    }
}
