package hansom.drill.book;

import hansom.bench.app.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that people wrote down, each in his order. A last line that broke off was promised to nobody yet. */
public final class Diaries {
    private final Map<String, List<Told>> byPerson;

    private Diaries(Map<String, List<Told>> byPerson) {
        this.byPerson = byPerson;
    }

    public static Diaries read(Path folder) throws IOException {
        Map<String, List<Told>> byPerson = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(found -> found.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) byPerson.put(file.getFileName().toString(), lines(file));
        }
        return new Diaries(byPerson);
    }

    private static List<Told> lines(Path file) throws IOException {
        List<Told> told = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int number = 0; number < lines.size(); number++) {
            try {
                told.add(new Told(file.getFileName() + ":" + (number + 1), Http.JSON.readTree(lines.get(number))));
            } catch (RuntimeException unreadable) {
                if (number < lines.size() - 1)
                    throw new IOException("%s:%d is no JSON".formatted(file, number + 1), unreadable);
            }
        }
        return told;
    }

    Stream<Told> all() {
        return byPerson.values().stream().flatMap(List::stream);
    }

    Iterable<List<Told>> people() {
        return byPerson.values();
    }

    /** How many frames were heard. */
    public long frames() {
        return all().filter(Told::isFrame).count();
    }

    /** How many answers promised something. */
    public long promises() {
        return all().filter(Told::isAnswer).count();
    }

    /** How many orders somebody heard to be completed. */
    public int completed() {
        return (int) all().filter(Told::isFrame)
                .filter(told -> told.text("type").equals("order"))
                .filter(told -> told.at("data").path("status").asString("").equals("completed"))
                .map(told -> told.at("data").path("order_id").asString(""))
                .distinct()
                .count();
    }

    /** The orders that were answered "accepted". */
    public List<String> orders() {
        return all().filter(Told::isAnswer)
                .filter(told -> told.call().matches("PUT /v1/orders/ord_[^/]*"))
                .map(told -> told.text("path").substring("/v1/orders/".length()))
                .distinct()
                .toList();
    }
}
