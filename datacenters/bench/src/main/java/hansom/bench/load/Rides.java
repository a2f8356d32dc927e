package hansom.bench.load;

import hansom.bench.app.Answer;
import hansom.bench.app.DriverApp;
import hansom.bench.app.Refused;
import hansom.bench.app.Spot;
import hansom.bench.app.Unreachable;
import hansom.bench.load.Board.Heard;
import hansom.bench.load.Board.NotHeard;
import hansom.bench.load.Town.Customer;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Rides begun at a steady rate whatever becomes of the earlier ones, and what was measured of them. */
public final class Rides {
    private static final long A_SECOND = 1_000_000_000L;

    private final Town town;
    private final RandomGenerator random;
    private final Samples offers = new Samples();
    private final Samples lags = new Samples();
    private final Samples whole = new Samples();
    private final Map<String, Customer> promised = new ConcurrentHashMap<>();
    private final Map<String, Integer> troubles = new TreeMap<>();
    private final AtomicInteger offered = new AtomicInteger();
    private final AtomicInteger nobodyFree = new AtomicInteger();
    private final AtomicInteger completed = new AtomicInteger();

    public Rides(Town town, long seed) {
        this.town = town;
        this.random = new SplittableRandom(seed);
    }

    /** Offers rides at a rate for so long, and waits for those that are under way. Answers how many seconds the offering took. */
    public double offer(double perSecond, double seconds) throws InterruptedException {
        long begun = System.nanoTime();
        long all = Math.round(perSecond * seconds);
        double took;
        try (ExecutorService rides = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long number = 0; number < all; number++) {
                long due = begun + (long) (number / perSecond * A_SECOND);
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                offered.incrementAndGet();
                Optional<Customer> customer = town.customer();
                if (customer.isEmpty()) nobodyFree.incrementAndGet();
                else begin(rides, customer.get());
            }
            took = (System.nanoTime() - begun) / 1e9;
            rides.shutdown();
            if (!rides.awaitTermination(3, TimeUnit.MINUTES)) trouble("rides without an end after minutes");
        }
        return took;
    }

    private void begin(ExecutorService rides, Customer customer) {
        Spot from = town.near(random);
        Spot to = town.near(random);
        rides.execute(() -> {
            try {
                ride(customer, from, to);
            } catch (Refused refused) {
                trouble(refused.code());
            } catch (Unreachable | NotHeard missing) {
                trouble(String.valueOf(missing.getMessage()).replaceAll("[a-z]{3}_[0-9a-f-]{36}", "…"));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                town.back(customer);
            }
        });
    }

    /** Quote, order, offer, accept, arrive, start, complete, captured. */
    private void ride(Customer customer, Spot from, Spot to) throws NotHeard, InterruptedException {
        Board board = town.board();
        Answer quote = customer.app().quote(from, to);
        if (quote.code().equals("same_start_and_end")) return;
        String order = quote.orRefused().text("order_id");
        long asked = System.nanoTime();
        customer.app().order(quote, customer.card()).orRefused();
        promised.put(order, customer);
        Heard offer = board.await(order + " offer");
        offers.add((offer.at() - asked) / 1e6);
        String[] words = offer.text().split(" ");
        DriverApp driver = town.driver(words[0]);
        driver.accept(words[1]).orRefused();
        board.await(order + " accepted");
        town.stands(words[0], from);
        driver.arrive(order).orRefused();
        long arrived = System.nanoTime();
        Heard atTheCar = board.await(order + " arrived");
        lags.add(Math.max(0, atTheCar.at() - arrived) / 1e6);
        driver.start(order, atTheCar.text()).orRefused();
        town.stands(words[0], to);
        driver.complete(order).orRefused();
        board.await(order + " completed");
        board.await(order + " payment captured");
        whole.addSince(asked);
        completed.incrementAndGet();
        promised.remove(order);
        board.clear(order);
    }

    private synchronized void trouble(String what) {
        troubles.merge(what, 1, Integer::sum);
    }

    /** Orders that were promised and, asked for again now, are neither driven and paid nor honestly over. */
    public long lost() {
        return promised.entrySet().stream()
                .filter(order -> !Town.status(order.getValue(), order.getKey())
                        .matches("completed captured|(rider_canceled|driver_canceled|no_drivers_available) .*"))
                .count();
    }

    public Samples offers() {
        return offers;
    }

    public Samples lags() {
        return lags;
    }

    public Samples whole() {
        return whole;
    }

    public int completed() {
        return completed.get();
    }

    public int offered() {
        return offered.get();
    }

    public int nobodyFree() {
        return nobodyFree.get();
    }

    public synchronized Map<String, Integer> troubles() {
        return new TreeMap<>(troubles);
    }
}
