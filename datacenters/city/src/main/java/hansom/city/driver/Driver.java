package hansom.city.driver;

import hansom.city.chance.Chance;
import java.util.List;
import java.util.UUID;

/** Who a driver is: his car and his habits. */
record Driver(int number, Chance chance, String name, Car car, double pace, double hoursAtWork, double hoursOfRest) {
    private static final List<String> NAMES = List.of(
            "Ben", "Andrei", "Carlo", "Daria", "Emil", "Farid", "Goran", "Hanna", "Ivan", "Joao", "Karim", "Lena",
            "Marco", "Nadia", "Oleg", "Pietro", "Ruslan", "Sofia", "Timur", "Yusuf");
    private static final List<String> COLOURS = List.of("white", "black", "grey", "silver", "blue", "red");

    /** What he drives; the id follows from the seed. */
    record Car(String id, String make, String model, String colour, int year, String plate, List<String> classes) {}

    /** What he does about an offer. */
    enum Say {
        YES,
        NO,
        NOTHING
    }

    static Driver of(Chance seed, int number) {
        Chance chance = seed.of("driver", number);
        return new Driver(
                number,
                chance,
                chance.pick("name", NAMES) + " " + (number + 1),
                car(chance, number),
                1 + 0.08 * Math.clamp(chance.normal("pace"), -2, 2),
                chance.between("work", 4, 9),
                chance.between("rest", 0.2, 0.7));
    }

    private static Car car(Chance chance, int number) {
        double luck = chance.unit("class");
        List<String> classes = luck < 0.65
                ? List.of("economy", "comfort")
                : luck < 0.9 ? List.of("economy") : List.of("economy", "comfort", "business");
        return new Car(
                "veh_" + carId(chance),
                chance.pick("make", List.of("Skoda", "Toyota", "Renault", "Kia")),
                chance.pick("model", List.of("Octavia", "Corolla", "Megane", "Ceed")),
                chance.pick("colour", COLOURS),
                2015 + chance.below("year", 10),
                "C%04d".formatted(number + 1),
                classes);
    }

    /** Of the form that apps make: version 4, the last byte without a region. */
    private static UUID carId(Chance chance) {
        long high = (chance.of("car").seed() & ~0xF000L) | 0x4000L;
        long low = (chance.of("id").seed() & 0x3FFFFFFFFFFFFF00L) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    /** The n-th offer of his life here. */
    Say says(int offer) {
        double luck = chance.of("offer", offer).unit("says");
        return luck < 0.93 ? Say.YES : luck < 0.97 ? Say.NO : Say.NOTHING;
    }

    double thinksSeconds(int offer) {
        return chance.of("offer", offer).between("thinks", 1.5, 6);
    }

    boolean answersBySocket() {
        return chance.happens("socket", 0.7);
    }

    boolean reportsInBytes() {
        return chance.happens("bytes", 0.3);
    }

    /** Whether he gives back the n-th order on the way to the rider. */
    boolean givesBack(int order) {
        return chance.of("order", order).happens("trouble", 0.01);
    }

    /** Whether he drives through a tunnel with the n-th rider. */
    boolean losesNetwork(int order) {
        return chance.of("order", order).happens("tunnel", 0.06);
    }

    /** How long he is at work before he first goes home: everybody began some time ago. */
    double firstSeconds() {
        return hoursAtWork * 3_600 * chance.between("begun", 0.05, 1);
    }
}
