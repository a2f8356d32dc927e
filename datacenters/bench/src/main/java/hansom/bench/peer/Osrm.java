package hansom.bench.peer;

import hansom.bench.app.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** OSRM's table of many drivers and one pick-up, on its contraction hierarchy. */
public final class Osrm implements AutoCloseable {
    private final Server server;

    Osrm(Server server) {
        this.server = server;
    }

    /** In seconds; infinite where there is no way. */
    public List<Double> seconds(Spot pickup, List<Spot> drivers) {
        List<Double> seconds = new ArrayList<>();
        for (JsonNode row : asked(pickup, drivers, drivers.size()))
            seconds.add(
                    row.get(0).isNull() ? Double.POSITIVE_INFINITY : row.get(0).asDouble());
        return seconds;
    }

    /**
     * Looks for the roads of all drivers but searches from the first alone. What the whole table takes beyond this is what it would take if all had
     * been looked for before: the hints that it offers for that are empty in this version.
     */
    public void onlyFirst(Spot pickup, List<Spot> drivers) {
        asked(pickup, drivers, 1);
    }

    private JsonNode asked(Spot pickup, List<Spot> drivers, int searched) {
        String places = Stream.concat(Stream.of(pickup), drivers.stream())
                .map(spot -> String.format(Locale.ROOT, "%.6f,%.6f", spot.lng(), spot.lat()))
                .collect(Collectors.joining(";"));
        String sources =
                IntStream.rangeClosed(1, searched).mapToObj(String::valueOf).collect(Collectors.joining(";"));
        return server.get("/table/v1/driving/%s?destinations=0&sources=%s&skip_waypoints=true&generate_hints=false"
                        .formatted(places, sources))
                .path("durations");
    }

    public long cpuNanos() {
        return server.cpuNanos();
    }

    @Override
    public void close() {
        server.close();
    }
}
