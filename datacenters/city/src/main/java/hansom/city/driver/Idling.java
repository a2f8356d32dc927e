package hansom.city.driver;

import hansom.city.chance.Chance;
import hansom.city.life.Surroundings;
import hansom.city.street.Place.Kind;
import hansom.city.street.Spot;
import java.util.List;

/** What a driver does without an order: he stands where he is, or goes where he thinks people are. */
final class Idling {
    private final Driver driver;
    private final Surroundings city;
    private final Wheel wheel;
    private double until;
    private int times;

    Idling(Driver driver, Surroundings city, Wheel wheel) {
        this.driver = driver;
        this.city = city;
        this.wheel = wheel;
    }

    void goOn() {
        double now = city.tempo().seconds();
        if (now < until || !wheel.there()) return;
        Chance chance = driver.chance().of("idle", times++);
        if (chance.happens("stays", 0.6)) {
            until = now + chance.between("stands", 60, 240);
            wheel.stand();
        } else wheel.head(goal(chance));
    }

    private Spot goal(Chance chance) {
        Kind kind = chance.pick("kind", List.of(Kind.STATION, Kind.SHOP, Kind.TABLE, Kind.WORK, Kind.HOME));
        return city.places().pick(kind, chance.of("goal")).spot();
    }
}
