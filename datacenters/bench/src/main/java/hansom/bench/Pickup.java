package hansom.bench;

import hansom.bench.road.PickupTrial;
import hansom.bench.road.PickupTrial.Tried;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a car is sent for somebody at named buildings drawn by lot: how far the chosen entrance lies from the nearest main one that the map
 * has, and how far it is on foot to the first kerb. {@code --picture} draws them.
 */
final class Pickup implements Measurement {
    private static final int BUILDINGS = 10;
    private static final double RIGHT_METRES = 10;
    private static final long NEAR_METRES = 60;

    @Override
    public String name() {
        return "pickup";
    }

    @Override
    public Set<String> options() {
        return Set.of("picture");
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        Report report =
                new Report(name(), "building", "entrance off by, m", "on foot, m", "from, side", "label", "CPU, ms");
        PickupTrial.Outcome outcome;
        try (Scratch scratch = Scratch.make()) {
            outcome = PickupTrial.of(
                    setting.map(), scratch.folder(), setting.number().orElse(BUILDINGS), setting.seed());
        }
        List<Tried> tried = outcome.tried();
        for (Tried one : tried)
            report.row(
                    one.building(), one.entranceMetres(), one.walkMetres(), one.kind(), one.label(), one.cpuMillis());
        Optional<String> picture = setting.text("picture");
        if (picture.isPresent()) Files.writeString(Path.of(picture.get()), outcome.picture());
        return report.key(
                        "within_10m",
                        tried.stream()
                                .filter(one -> one.entranceMetres() <= RIGHT_METRES)
                                .count())
                .key(
                        "kerb_60m",
                        tried.stream()
                                .filter(one -> one.walkMetres() <= NEAR_METRES)
                                .count())
                .key(
                        "cpu_ms",
                        tried.stream()
                                .map(Tried::cpuMillis)
                                .sorted(Comparator.naturalOrder())
                                .skip(tried.size() / 2)
                                .findFirst()
                                .orElse(Double.NaN))
                .key("n", tried.size());
    }
}
