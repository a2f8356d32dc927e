package hansom.city;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody who starts a city wants of it. */
record CityPlan(
        String url,
        @Nullable Path map,
        int drivers,
        int riders,
        double minutes,
        int days,
        double speed,
        long seed,
        @Nullable Path diary,
        Path folder,
        @Nullable Path operatorSetup,
        boolean forever,
        @Nullable Path until,
        int waitSeconds) {
    private static final int MOST_PEOPLE = 90_000;
    private static final double RIDERS_A_DRIVER = 1.5;

    /** Says in one line what is wrong with the options; the message is for whoever typed them. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static CityPlan of(String[] words) throws Wrong {
        Builder plan = new Builder();
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("--forever")) {
                plan.forever = true;
                continue;
            }
            if (i + 1 == words.length) throw new Wrong(words[i] + " is no option, or needs a value; see --help");
            plan.set(words[i], words[++i]);
        }
        return plan.build();
    }

    private static final class Builder {
        private String url = "http://127.0.0.1:8080";
        private @Nullable Path map;
        private int drivers = 50;
        private int riders = -1;
        private double minutes = -1;
        private int days;
        private double speed = 1;
        private long seed = 1;
        private @Nullable Path diary;
        private Path folder = Path.of("data", "city");
        private @Nullable Path operatorSetup;
        private boolean forever;
        private @Nullable Path until;
        private int waitSeconds = 30;

        void set(String option, String value) throws Wrong {
            switch (option) {
                case "--url" -> url = value.replaceFirst("/+$", "");
                case "--map" -> map = Path.of(value);
                case "--drivers" -> drivers = (int) number(option, value, 1, MOST_PEOPLE);
                case "--riders" -> riders = (int) number(option, value, 0, MOST_PEOPLE);
                case "--minutes" -> minutes = decimal(option, value, 0.1, 100_000);
                case "--days" -> days = (int) number(option, value, 0, 366);
                case "--speed" -> speed = decimal(option, value, 1, 60);
                case "--seed" -> seed = number(option, value, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--diary" -> diary = Path.of(value);
                case "--folder" -> folder = Path.of(value);
                case "--until" -> until = Path.of(value);
                case "--operator-setup" -> operatorSetup = Path.of(value);
                case "--wait" -> waitSeconds = (int) number(option, value, 0, 3_600);
                default -> throw new Wrong("there is no option " + option + "; see --help");
            }
        }

        CityPlan build() {
            int asMany = riders >= 0 ? riders : (int) Math.ceil(drivers * RIDERS_A_DRIVER);
            double long_ = minutes > 0 ? minutes : days > 0 ? 4 : 10;
            return new CityPlan(
                    url,
                    map,
                    drivers,
                    asMany,
                    long_,
                    days,
                    speed,
                    seed,
                    diary,
                    folder,
                    operatorSetup,
                    forever,
                    until,
                    waitSeconds);
        }
    }

    private static long number(String option, String value, long least, long most) throws Wrong {
        return within(option, value, Long::parseLong, least, most);
    }

    private static double decimal(String option, String value, double least, double most) throws Wrong {
        return within(option, value, Double::parseDouble, least, most);
    }

    private static <N extends Number> N within(
            String option, String value, Function<String, N> read, double least, double most) throws Wrong {
        try {
            N number = read.apply(value);
            if (number.doubleValue() >= least && number.doubleValue() <= most) return number;
        } catch (NumberFormatException none) {
            throw new Wrong("%s takes a number, not '%s'".formatted(option, value));
        }
        throw new Wrong(
                "%s takes a number from %s to %s, not %s".formatted(option, trimmed(least), trimmed(most), value));
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
