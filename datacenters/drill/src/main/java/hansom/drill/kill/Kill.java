package hansom.drill.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One kill: at a named moment, which the node reaches so many times, or some time after it is ready; the JVM alone or with its servers. */
record Kill(Optional<Moment> moment, int times, Duration pause, boolean withServers) {
    private static final List<Moment> UNDER_WAY = List.of(
            Moment.BEFORE_THE_ANSWER,
            Moment.AFTER_THE_MONEY_WAS_TAKEN,
            Moment.AFTER_A_SAGAS_COMMIT,
            Moment.BEFORE_A_FRAME,
            Moment.AFTER_THE_PROVIDERS_YES);
    private static final int LEAST_PAUSE_MILLIS = 2_000;
    private static final int MOST_PAUSE_MILLIS = 12_000;
    private static final int FEW = 4;

    /** So many kills, named and at random by turns, two with the servers after two without; when there are more than a few, the last comes while a payout is out. */
    static List<Kill> plan(int kills, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Kill> plan = new ArrayList<>();
        for (int number = 0; number < kills; number++) {
            boolean payout = number == kills - 1 && kills > FEW;
            Optional<Moment> moment = payout
                    ? Optional.of(Moment.WHILE_A_PAYOUT_IS_OUT)
                    : number % 2 == 1 ? Optional.of(UNDER_WAY.get(number / 2 % UNDER_WAY.size())) : Optional.empty();
            plan.add(new Kill(
                    moment,
                    moment.map(found -> random.nextInt(found.least(), found.most() + 1))
                            .orElse(0),
                    Duration.ofMillis(random.nextInt(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS)),
                    number % 4 > 1));
        }
        return plan;
    }

    boolean isOfPayout() {
        return moment.equals(Optional.of(Moment.WHILE_A_PAYOUT_IS_OUT));
    }

    String words() {
        return moment.map(found -> found.words() + ", time " + times).orElse("at random");
    }
}
