package hansom.bench.load;

import hansom.bench.app.Answer;
import hansom.bench.app.Http;
import hansom.bench.app.Phone;
import hansom.bench.app.RiderApp;
import hansom.bench.app.Spot;
import hansom.bench.app.Unreachable;
import hansom.bench.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Signed-in riders who ask what rides cost, of every class at once, and order none. */
public final class Quotes {
    private static final double SPREAD_DEGREES = 0.006;
    private static final int PAIRS = 500;
    private static final int TRIED = 5_000;
    private static final double A_SECOND = 1e9;

    private final List<RiderApp> riders;
    private final List<Pair> pairs = new ArrayList<>();
    private int classes;

    private record Pair(Spot from, Spot to) {}

    /** How many were answered in how many seconds, how long each took, and how many were not, or not signed. */
    public record Held(int answered, int failed, double seconds, Samples times) {
        public double perSecond() {
            return answered / seconds;
        }
    }

    private Quotes(List<RiderApp> riders) {
        this.riders = riders;
    }

    /** Between so many pairs of places near the middle of the map as have a way between them. */
    public static Quotes of(Node node, int people, RandomGenerator random) {
        Http wire = new Http(node.url());
        JsonNode centre = new Phone(wire).get("/v1").orRefused().at("map").path("centre");
        Spot middle = new Spot(centre.path("lat").asDouble(), centre.path("lng").asDouble());
        List<RiderApp> riders = new ArrayList<>();
        for (int number = 0; number < people; number++)
            riders.add(new RiderApp(wire, "+3779303%05d".formatted(number), "Anna"));
        Quotes quotes = new Quotes(riders);
        for (int tried = 0; tried < TRIED && quotes.pairs.size() < PAIRS; tried++) {
            Pair pair = new Pair(middle.near(random, SPREAD_DEGREES), middle.near(random, SPREAD_DEGREES));
            Answer answer = riders.getFirst().quoteAll(pair.from, pair.to);
            if (!answer.taken()) continue;
            quotes.pairs.add(pair);
            quotes.classes = answer.at("quotes").size();
        }
        if (quotes.pairs.isEmpty()) throw new IllegalStateException("no ride can be quoted near the middle of the map");
        return quotes;
    }

    /** How many classes each answer has. */
    public int classes() {
        return classes;
    }

    /** Each rider asks again as soon as he has his answer. */
    public Held asManyAsItCan(double seconds) {
        Count count = new Count();
        long begun = System.nanoTime();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int rider = 0; rider < riders.size(); rider++) {
                int first = rider;
                hands.execute(() -> {
                    for (int asked = first; System.nanoTime() - begun < seconds * A_SECOND; asked += riders.size())
                        count.ask(first, asked, System.nanoTime());
                });
            }
        }
        return count.held(begun);
    }

    /** Quotes are asked for at a rate whatever becomes of the earlier ones; each takes from when it was due. */
    public Held atARate(double perSecond, double seconds) throws InterruptedException {
        Count count = new Count();
        long begun = System.nanoTime();
        long all = Math.round(perSecond * seconds);
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < all; number++) {
                int asked = number;
                long due = begun + (long) (number / perSecond * A_SECOND);
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                hands.execute(() -> count.ask(asked % riders.size(), asked, due));
            }
            hands.shutdown();
            if (!hands.awaitTermination(2, TimeUnit.MINUTES)) throw new IllegalStateException("quotes without an end");
        }
        return count.held(begun);
    }

    private final class Count {
        private final Samples times = new Samples();
        private final AtomicInteger failed = new AtomicInteger();

        void ask(int rider, int number, long due) {
            Pair pair = pairs.get(number % pairs.size());
            try {
                Answer answer = riders.get(rider).quoteAll(pair.from, pair.to);
                if (signed(answer)) times.addSince(due);
                else failed.incrementAndGet();
            } catch (Unreachable away) {
                failed.incrementAndGet();
            }
        }

        private boolean signed(Answer answer) {
            if (!answer.taken() || answer.at("quotes").size() != classes) return false;
            for (JsonNode quote : answer.at("quotes"))
                if (quote.path("quote_token").asString("").isEmpty()) return false;
            return true;
        }

        Held held(long begun) {
            return new Held(times.size(), failed.get(), (System.nanoTime() - begun) / A_SECOND, times);
        }
    }
}
