package hansom.drill.crowd;

import hansom.bench.app.Answer;
import hansom.bench.app.Call;
import hansom.bench.app.Unreachable;
import hansom.bench.app.Wire;
import hansom.bench.node.Rest;
import java.time.Duration;
import java.util.Set;

/** Makes the same call again until it is answered, as a good app does, and writes every promise into the diary before it hands it on. */
final class Stubborn implements Wire {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final long PAUSE_MILLIS = 400;
    private static final int BROKEN = 500;
    private static final Set<String> NOT_YET = Set.of("rate_limited", "idempotency_key_busy", "view_behind");

    private final Wire wire;
    private final Diary diary;
    private final Tally tally;

    Stubborn(Wire wire, Diary diary, Tally tally) {
        this.wire = wire;
        this.diary = diary;
        this.tally = tally;
    }

    @Override
    public Answer send(Call call) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Answer answer = wire.send(call);
                if (!again(answer)) {
                    if (answer.taken() && promises(call)) diary.answer(call, answer);
                    return answer;
                }
                tally.trouble(answer);
            } catch (Unreachable away) {
                tally.outage();
                if (System.nanoTime() > giveUp) throw away;
            }
            if (System.nanoTime() > giveUp) throw new IllegalStateException(call + " is not answered for minutes");
            Rest.ofMillis(PAUSE_MILLIS);
        }
    }

    private static boolean again(Answer answer) {
        return answer.status() >= BROKEN || NOT_YET.contains(answer.code());
    }

    private static boolean promises(Call call) {
        return !call.method().equals("GET")
                && !call.path().startsWith("/v1/signin")
                && !call.path().startsWith("/oauth2")
                && !call.path().startsWith("/v1/quotes")
                && !call.path().startsWith("/v1/driver/positions");
    }
}
