package hansom.city.office;

import com.fasterxml.jackson.databind.JsonNode;
import hansom.city.life.Sums;
import hansom.city.life.Surroundings;
import hansom.city.phone.Answer;
import hansom.city.phone.Call;
import hansom.city.phone.Json;
import hansom.city.phone.Session;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether every driver got for every day what was owed to him, whether the book proves, and whether nothing lies parked. */
public final class Payday {
    private static final long LEAST_MINOR = 100;
    private static final int LOOKS = 90;

    private final Surroundings city;
    private final Operator operator;
    private Map<Session, Long> owed = new HashMap<>();
    private long payouts;
    private long parked = -1;
    private String proof = "unknown";
    private boolean held = true;

    public Payday(Surroundings city, String url, Path folder, @Nullable Path setup) {
        this.city = city;
        this.operator = new Operator(city.door(), url, folder, setup);
    }

    /** What each of them is owed before the day ends. */
    public void remember(List<Session> drivers) throws InterruptedException {
        Map<Session, Long> now = new HashMap<>();
        for (Session driver : drivers) {
            long sum = 0;
            for (JsonNode amount :
                    driver.call(Call.get("/v1/driver/balance")).body().path("owed")) sum += Sums.minor(amount);
            now.put(driver, sum);
        }
        owed = now;
    }

    /** The day is over: what was owed is on its way, and arrives. */
    public void check(LocalDate day) throws InterruptedException {
        for (var due : owed.entrySet()) {
            if (due.getValue() < LEAST_MINOR) continue;
            long paid = paid(due.getKey(), day);
            if (paid == due.getValue()) payouts++;
            else {
                held = false;
                city.tally()
                        .error(
                                "payout",
                                "%s for %s: owed %d, paid %d"
                                        .formatted(due.getKey().id(), day, due.getValue(), paid));
            }
        }
    }

    /** Minus one when nothing came in the time that is long enough. */
    private static long paid(Session driver, LocalDate day) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            for (JsonNode payout :
                    driver.call(Call.get("/v1/driver/payouts?limit=20")).body().path("items"))
                if (payout.path("day").asText().equals(day.toString())
                        && payout.path("status").asText().equals("paid")) return Sums.minor(payout.path("amount"));
            Thread.sleep(1_000);
        }
        return -1;
    }

    /** Asks the office. */
    public void prove() throws InterruptedException {
        Optional<String> token = operator.token();
        if (token.isEmpty()) {
            city.tally().error("no operator", "give the one-time code with --operator-setup");
            held = false;
            return;
        }
        Answer book = city.door().ask(Call.get("/v1/ops/ledger/proof"), token.get());
        boolean holds = book.body().path("holds").asBoolean();
        proof = holds ? "holds" : "broken";
        if (!holds) city.tally().error("proof", Json.write(book.body()));
        JsonNode waiting =
                city.door().ask(Call.get("/v1/ops/parked"), token.get()).body();
        parked = waiting.path("count").asLong(-1) + waiting.path("calls").size();
        if (parked != 0) city.tally().error("parked", Json.write(waiting));
        held = held && holds && parked == 0;
    }

    public long payouts() {
        return payouts;
    }

    public String proof() {
        return proof;
    }

    public long parked() {
        return parked;
    }

    public boolean held() {
        return held;
    }
}
