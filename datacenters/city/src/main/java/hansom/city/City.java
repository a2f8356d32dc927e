package hansom.city;

import com.fasterxml.jackson.databind.JsonNode;
import hansom.city.chance.Chance;
import hansom.city.driver.DriverLife;
import hansom.city.life.Daylight;
import hansom.city.life.Kerbside;
import hansom.city.life.Surroundings;
import hansom.city.office.Payday;
import hansom.city.phone.Call;
import hansom.city.phone.Door;
import hansom.city.phone.Outages;
import hansom.city.phone.Tally;
import hansom.city.phone.Tempo;
import hansom.city.rider.RiderLife;
import hansom.city.street.MapFile;
import hansom.city.street.PlaceBook;
import hansom.city.street.Streets;
import hansom.city.truth.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** All people of a city, from the first sign-in to the last ride home. */
final class City {
    private static final double REST_SECONDS = 700;
    private static final int AT_THE_ENTRANCE = 10;
    private static final long OPENING_MILLIS = 240_000;
    private static final double CLEARING_SECONDS = 2_400;
    private static final long GOING_HOME_MILLIS = 90_000;

    private final CityPlan plan;
    private final Tally tally;
    private final Tempo tempo;
    private final Door door;
    private final Daylight daylight = new Daylight();
    private final AtomicInteger riding = new AtomicInteger();
    private final List<DriverLife> drivers = new ArrayList<>();
    private final List<Thread> people = new ArrayList<>();
    private String days = "";
    private boolean daysHeld = true;

    City(CityPlan plan, Consumer<String> log) {
        this.plan = plan;
        this.tally = new Tally(log);
        this.tempo = new Tempo(plan.speed());
        this.door = new Door(plan.url(), tally, new Outages(tally));
    }

    /** Says whether all was well. */
    boolean play() throws IOException, InterruptedException {
        JsonNode service = awaitNode();
        Surroundings around = settle(service);
        Pace pace = new Pace(tempo, door, plan.speed());
        people.add(Thread.startVirtualThread(pace));
        people.add(Thread.startVirtualThread(this::tellNow));
        daylight.work(true);
        enter(around);
        if (plan.days() > 0) {
            Payday payday = new Payday(around, plan.url(), plan.folder(), plan.operatorSetup());
            Days week = new Days(plan, around, pace, drivers, riding, payday);
            week.play();
            days = week.line();
            daysHeld = week.held();
        } else {
            daylight.wish(true);
            awaitEnd();
            daylight.wish(false);
            clear(tempo, riding, CLEARING_SECONDS);
        }
        end();
        return daysHeld && tally.of("errors") == 0;
    }

    private JsonNode awaitNode() throws InterruptedException {
        long until = System.nanoTime() + plan.waitSeconds() * 1_000_000_000L;
        while (true) {
            var service = door.once(Call.get("/v1"));
            if (service.isPresent() && service.get().body().hasNonNull("map"))
                return service.get().body();
            if (System.nanoTime() > until) throw new CitySimulator.CannotLive("no node answers at " + plan.url());
            Thread.sleep(500);
        }
    }

    private Surroundings settle(JsonNode service) throws IOException {
        if (!service.path("sandbox").asBoolean())
            throw new CitySimulator.CannotLive("the node at %s is no sandbox".formatted(plan.url()));
        Path given = plan.map();
        Path folder = Files.createDirectories(plan.folder());
        MapFile map = given == null ? MapFile.monaco(folder) : MapFile.of(given);
        JsonNode served = service.path("map");
        if (!served.path("hash").asText().equals(map.hash()))
            throw new CitySimulator.CannotLive("the node serves another map, %s (%.12s…); give the same file with --map"
                    .formatted(served.path("name").asText(), served.path("hash").asText()));
        tempo.told(Instant.parse(service.path("now").asText()));
        Chance seed = new Chance(plan.seed());
        Streets streets = Streets.open(map, folder);
        PlaceBook places = PlaceBook.read(map, streets, seed);
        tally.say("%s: %d places, %d drivers, %d riders, seed %d"
                .formatted(served.path("name").asText(), places.size(), plan.drivers(), plan.riders(), plan.seed()));
        return new Surroundings(
                seed,
                tempo,
                streets,
                places,
                new Truth(seed),
                new Kerbside(),
                daylight,
                new Semaphore(AT_THE_ENTRANCE),
                door,
                service.path("live").asText(),
                tally,
                plan.diary());
    }

    private void enter(Surroundings around) throws InterruptedException {
        for (int i = 0; i < plan.drivers(); i++) {
            DriverLife life = new DriverLife(around, i);
            drivers.add(life);
            people.add(Thread.ofVirtual().name("driver-" + i).start(life));
        }
        for (int i = 0; i < plan.riders(); i++)
            people.add(Thread.ofVirtual().name("rider-" + i).start(new RiderLife(around, i, REST_SECONDS, riding)));
        long until = System.nanoTime() + OPENING_MILLIS * 1_000_000;
        while (onShift(drivers) < plan.drivers() * 0.95 && System.nanoTime() < until) Thread.sleep(200);
        tally.say("%d drivers are on shift".formatted(onShift(drivers)));
    }

    static long onShift(List<DriverLife> drivers) {
        return drivers.stream().filter(DriverLife::onShift).count();
    }

    private void awaitEnd() throws InterruptedException {
        Path sign = plan.until();
        double end = plan.forever() || sign != null ? Double.POSITIVE_INFINITY : tempo.seconds() + plan.minutes() * 60;
        while (tempo.seconds() < end && (sign == null || Files.notExists(sign))) Thread.sleep(200);
    }

    /** Waits until nobody rides any more. */
    static void clear(Tempo tempo, AtomicInteger riding, double seconds) throws InterruptedException {
        double until = tempo.seconds() + seconds;
        while (riding.get() > 0 && tempo.seconds() < until) Thread.sleep(200);
    }

    private void tellNow() {
        try {
            while (true) {
                Thread.sleep(30_000);
                tally.say("%s riding=%d on_shift=%d".formatted(line(), riding.get(), onShift(drivers)));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The keys of the last line; what is not counted did not happen. */
    String line() {
        StringBuilder line = new StringBuilder("city orders=%d served=%d gave_up=%d errors=%d p50_wait_s=%d canceled=%d"
                .formatted(
                        tally.of("orders"),
                        tally.of("served"),
                        tally.of("gave_up"),
                        tally.of("errors"),
                        tally.medianWait(),
                        tally.of("canceled")));
        for (String key : List.of("asked_again", "paid", "looked", "no_way", "outages", "calls", "frames"))
            line.append(' ').append(key).append('=').append(tally.of(key));
        tally.under("why.")
                .forEach((why, count) ->
                        line.append(' ').append("why_").append(why).append('=').append(count));
        return line.append(days).append(" seed=").append(plan.seed()).toString();
    }

    /** Drivers finish what they have and go home, then everybody hangs up. */
    private void end() throws InterruptedException {
        daylight.work(false);
        long until = System.nanoTime() + GOING_HOME_MILLIS * 1_000_000;
        while (onShift(drivers) > 0 && System.nanoTime() < until) Thread.sleep(100);
        daylight.end();
        people.forEach(Thread::interrupt);
        for (Thread person : people) person.join(2_000);
        door.close();
    }
}
