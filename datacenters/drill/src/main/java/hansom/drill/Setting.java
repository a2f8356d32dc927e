package hansom.drill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a drill was asked to break, under how many people, and what to plant so that the counting proves itself. */
public record Setting(Path home, Path folder, Map<String, String> options) {
    private static final Set<String> KNOWN = Set.of("kills", "drivers", "seed", "map", "plant", "people");
    private static final int KILLS = 20;
    private static final int DRIVERS = 20;

    /** What is spoiled before the counting. */
    public enum Plant {
        NOTHING,
        LOST_WRITE,
        DOUBLE_CHARGE
    }

    /** Who lives beside the node meanwhile. */
    public enum People {
        CITY,
        FEW
    }

    public Setting {
        options = Map.copyOf(options);
    }

    /** Reads a command line after the drill's name; what cannot be meant is an {@link IllegalArgumentException} that says why. */
    static Setting of(Path home, Path folder, List<String> line) {
        Map<String, String> options = new HashMap<>();
        for (int at = 0; at < line.size(); at += 2) {
            String option = line.get(at);
            if (!option.startsWith("--") || !KNOWN.contains(option.substring(2)))
                throw new IllegalArgumentException("there is no option %s; see --help".formatted(option));
            if (at + 1 == line.size()) throw new IllegalArgumentException(option + " needs a value");
            options.put(option.substring(2), line.get(at + 1));
        }
        Setting setting = new Setting(home, folder, options);
        setting.kills();
        setting.drivers();
        setting.seed();
        setting.plant();
        setting.people();
        setting.map().filter(map -> !Files.isReadable(map)).ifPresent(map -> {
            throw new IllegalArgumentException("the map %s cannot be read".formatted(map));
        });
        return setting;
    }

    public int kills() {
        return number("kills", KILLS);
    }

    public int drivers() {
        return number("drivers", DRIVERS);
    }

    public long seed() {
        return number("seed", 1);
    }

    public Optional<Path> map() {
        return Optional.ofNullable(options.get("map"))
                .map(map -> Path.of(map).toAbsolutePath().normalize());
    }

    public Plant plant() {
        return switch (options.getOrDefault("plant", "")) {
            case "" -> Plant.NOTHING;
            case "lost-write" -> Plant.LOST_WRITE;
            case "double-charge" -> Plant.DOUBLE_CHARGE;
            default -> throw new IllegalArgumentException("--plant takes lost-write or double-charge");
        };
    }

    public People people() {
        return switch (options.getOrDefault("people", "city")) {
            case "city" -> People.CITY;
            case "few" -> People.FEW;
            default -> throw new IllegalArgumentException("--people takes city or few");
        };
    }

    private int number(String option, int without) {
        String text = options.get(option);
        if (text == null) return without;
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= 10_000) return number;
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("--%s takes a number, not '%s'".formatted(option, text), noNumber);
        }
        throw new IllegalArgumentException("--%s takes a number from 1 to 10000, not '%s'".formatted(option, text));
    }
}
