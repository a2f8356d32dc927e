package hansom.city;

import hansom.city.phone.NodeGone;
import java.io.IOException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts a city beside a running node and says how it went; the last line is for scripts. */
public final class CitySimulator {
    /** The reader of map files warns of its own age. */
    private static final Logger QUIET = Logger.getLogger("com.google.protobuf");

    private CitySimulator() {}

    /** Why no city can live here, in one line. */
    static final class CannotLive extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotLive(String message) {
            super(message);
        }
    }

    public static void main(String[] words) {
        QUIET.setLevel(Level.OFF);
        System.exit(run(words));
    }

    private static int run(String[] words) {
        try {
            CityPlan plan = CityPlan.of(words);
            City city = new City(plan, CitySimulator::log);
            Thread closing = new Thread(() -> System.out.println(city.line()));
            Runtime.getRuntime().addShutdownHook(closing);
            boolean held;
            try {
                held = city.play();
            } finally {
                Runtime.getRuntime().removeShutdownHook(closing);
            }
            System.out.println(city.line());
            return held ? 0 : 1;
        } catch (CityPlan.Wrong | CannotLive | NodeGone told) {
            System.err.println("the city cannot live: " + told.getMessage());
            return 2;
        } catch (IOException unreadable) {
            System.err.println("the city cannot live: the map cannot be read: " + unreadable.getMessage());
            return 2;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void log(String line) {
        System.out.println(
                LocalTime.now(java.time.ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
