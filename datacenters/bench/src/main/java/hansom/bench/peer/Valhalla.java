package hansom.bench.peer;

import hansom.bench.app.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Valhalla's matrix of many drivers and one pick-up, and its matching of tracks to roads (Meili). */
public final class Valhalla implements AutoCloseable {
    private final Server server;

    /** Where a phone was, and how many seconds after the first. */
    public record Seen(Spot spot, double second) {}

    Valhalla(Server server) {
        this.server = server;
    }

    /** In seconds; infinite where it knows no way. */
    public List<Double> seconds(Spot pickup, List<Spot> drivers) {
        JsonNode rows = server.post(
                        "/sources_to_targets",
                        Map.of(
                                "sources",
                                drivers.stream().map(Valhalla::at).toList(),
                                "targets",
                                List.of(at(pickup)),
                                "costing",
                                "auto",
                                "verbose",
                                false))
                .at("/sources_to_targets/durations");
        List<Double> seconds = new ArrayList<>();
        for (JsonNode row : rows)
            seconds.add(
                    row.get(0).isNull() ? Double.POSITIVE_INFINITY : row.get(0).asDouble());
        return seconds;
    }

    /** The line along roads that a track was driven on, told how far the phone errs, in metres. */
    public List<Spot> matched(List<Seen> track, double error) {
        return decoded(server.post(
                        "/trace_attributes",
                        Map.of(
                                "shape", track.stream().map(Valhalla::at).toList(),
                                "costing", "auto",
                                "shape_match", "map_snap",
                                "trace_options", Map.of("gps_accuracy", error),
                                "filters", Map.of("action", "include", "attributes", List.of("shape"))))
                .path("shape")
                .asString());
    }

    /** Differences from point to point in millionths of a degree, each in groups of five bits, the lowest first. */
    static List<Spot> decoded(String shape) {
        List<Spot> line = new ArrayList<>();
        long[] sums = new long[2];
        int coordinate = 0;
        long bits = 0;
        int shift = 0;
        for (int i = 0; i < shape.length(); i++) {
            int group = shape.charAt(i) - 63;
            bits |= (long) (group & 31) << shift;
            shift += 5;
            if (group >= 32) continue;
            sums[coordinate] += (bits & 1) == 0 ? bits >> 1 : ~(bits >> 1);
            if (coordinate == 1) line.add(new Spot(sums[0] / 1e6, sums[1] / 1e6));
            coordinate = 1 - coordinate;
            bits = 0;
            shift = 0;
        }
        return line;
    }

    private static Map<String, Double> at(Spot spot) {
        return Map.of("lat", spot.lat(), "lon", spot.lng());
    }

    private static Map<String, Double> at(Seen seen) {
        return Map.of("lat", seen.spot.lat(), "lon", seen.spot.lng(), "time", seen.second);
    }

    public long cpuNanos() {
        return server.cpuNanos();
    }

    @Override
    public void close() {
        server.close();
    }
}
