package hansom.city.rider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.chance.Chance;
import hansom.city.life.Surroundings;
import hansom.city.phone.Json;
import hansom.city.street.Place;
import hansom.city.street.Spot;
import hansom.city.truth.Wishes;
import java.time.Instant;
import java.util.Optional;

/** A ride that somebody wants: from where to where, and how he will behave about it. */
record Wish(Chance chance, Place from, Place to, String productClass) {
    /** Nearer than this people walk. */
    private static final double WORTH_A_RIDE_METRES = 450;

    /** Farther than this people seldom go within a city, however large its map is. */
    private static final double FARTHEST_METRES = 8_000;

    private static final int TRIES = 60;

    static Wish of(Rider rider, int number, Instant at, Surroundings city) {
        Chance chance = rider.chance().of("wish", number);
        Wishes.Errand errand = Wishes.errand(at, chance);
        Place from = city.places().pick(errand.from(), chance.of("from"));
        Place to = from;
        for (int i = 0; i < TRIES && !worthARide(from, to); i++)
            to = city.places().pick(errand.to(), chance.of("to", i));
        for (int i = 0; i < TRIES && !worthARide(from, to); i++)
            to = new Place("", city.streets().somewhere(chance.of("anywhere", i)), errand.to());
        return new Wish(chance, from, to, rider.productClass());
    }

    private static boolean worthARide(Place from, Place to) {
        double metres = from.spot().metresTo(to.spot());
        return metres >= WORTH_A_RIDE_METRES && metres <= FARTHEST_METRES;
    }

    ObjectNode pickup() {
        return waypoint(from);
    }

    ObjectNode dropOff() {
        return waypoint(to);
    }

    private static ObjectNode waypoint(Place place) {
        ObjectNode point = Json.point(place.spot());
        if (!place.name().isEmpty()) point.put("label", place.name());
        return point;
    }

    ObjectNode quoteRequest() {
        ObjectNode asked = Json.object();
        asked.set("pickup", pickup());
        asked.set("drop_off", dropOff());
        asked.putArray("product_classes").add(productClass);
        if (chance.happens("stop", 0.03)) {
            ArrayNode stops = asked.putArray("stops");
            stops.add(Json.point(from.spot().towards(to.spot(), 0.5)));
        }
        if (chance.happens("pet", 0.02)) asked.putArray("wishes").add("pet");
        return asked;
    }

    /** Some look at the price and go on foot. */
    boolean onlyLooks() {
        return chance.happens("looks", 0.05);
    }

    /** After how many seconds of looking for a car he will have changed his mind. */
    Optional<Double> changesMindAfter() {
        return chance.happens("mind", 0.02) ? Optional.of(chance.between("mind-after", 5, 90)) : Optional.empty();
    }

    /** Says he comes and does not. */
    boolean staysAway() {
        return chance.happens("away", 0.003);
    }

    boolean repeatsHimself() {
        return chance.happens("twice", 0.05);
    }

    double walkingSeconds() {
        return chance.between("walk", 5, 75);
    }

    /** After how many seconds in the car he wants to go elsewhere. */
    Optional<Double> goesElsewhereAfter() {
        return chance.happens("elsewhere", 0.03)
                ? Optional.of(chance.between("elsewhere-after", 10, 60))
                : Optional.empty();
    }

    Place elsewhere(Surroundings city) {
        return city.places().pick(to.kind(), chance.of("elsewhere"));
    }

    Spot start() {
        return from.spot();
    }
}
