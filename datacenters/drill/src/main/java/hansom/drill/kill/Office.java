package hansom.drill.kill;

import hansom.bench.app.Answer;
import hansom.bench.app.OfficeApp;
import hansom.bench.app.Phone;
import hansom.bench.node.Rest;
import hansom.drill.book.Findings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What an operator sees of the node after it was broken. */
final class Office {
    private static final Duration NIGHT = Duration.ofDays(1);
    private static final Duration MORNING = Duration.ofHours(7);
    private static final Duration PAUSE = Duration.ofSeconds(31);
    private static final int UNAUTHENTICATED = 401;

    private final OfficeApp app;
    private final Phone nobody;

    Office(OfficeApp app, Phone nobody) {
        this.app = app;
        this.nobody = nobody;
    }

    /** Its token may have run out during the drill; a code of the second factor works once in half a minute. */
    private Answer get(String path) {
        Answer answer = app.get(path);
        if (answer.status() != UNAUTHENTICATED) return answer;
        Rest.ofMillis(PAUSE.toMillis());
        app.signIn();
        return app.get(path);
    }

    /** Moves the business clock to the next morning, for many want a ride then, and midnight with its payouts is far. */
    void morning() {
        moves(now().plus(NIGHT).truncatedTo(ChronoUnit.DAYS).plus(MORNING));
    }

    /** Moves the business clock on, so that the day is closed and paid out. */
    void later(Duration by) {
        moves(now().plus(by));
    }

    private Instant now() {
        return Instant.parse(nobody.get("/v1").orRefused().text("now"));
    }

    private void moves(Instant to) {
        nobody.post("/v1/sandbox/clock", Map.of("to", to.toString())).orRefused();
    }

    /** The book proves itself, nothing waits for a person, and each promised order can be read. */
    void count(List<String> orders, Findings findings) {
        Answer proof = get("/v1/ops/ledger/proof").orRefused();
        if (!proof.at("holds").asBoolean(false))
            findings.lost("the ledger holds", proof.body().toString());
        Answer parked = get("/v1/ops/parked").orRefused();
        if (parked.at("count").asInt(1) + parked.at("calls").size() > 0)
            findings.stuck("nothing is parked", parked.body().toString());
        for (String order : orders) {
            Answer seen = get("/v1/ops/orders/" + order);
            if (!seen.taken()) findings.lost(order + " can be read", seen.toString());
        }
    }
}
