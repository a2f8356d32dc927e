package hansom.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A node's numbers as Prometheus reads them. */
final class Numbers {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI door;

    Numbers(String url) {
        this.door = URI.create(url + "/metrics");
    }

    /** One line: a number with its labels. */
    record Series(String name, Map<String, String> labels, double value) {}

    /** All lines of one reading. */
    record Reading(List<Series> series) {
        /** The sum of all series of this name with these labels; fails when there is none. */
        double value(String name, String... labels) {
            var found = found(name, labels);
            assertThat(found).as("%s %s", name, List.of(labels)).isNotEmpty();
            return found.stream().mapToDouble(Series::value).sum();
        }

        /** How much the sum has grown since an earlier reading; what was not there then was 0. */
        double since(Reading before, String name, String... labels) {
            return value(name, labels)
                    - before.found(name, labels).stream()
                            .mapToDouble(Series::value)
                            .sum();
        }

        private List<Series> found(String name, String... labels) {
            return series.stream()
                    .filter(one -> one.name().equals(name) && has(one, labels))
                    .toList();
        }

        private static boolean has(Series one, String... labels) {
            for (int at = 0; at < labels.length; at += 2)
                if (!labels[at + 1].equals(one.labels().get(labels[at]))) return false;
            return true;
        }

        Set<String> names() {
            return series.stream().map(Series::name).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    Reading read() {
        return new Reading(ask(Map.of())
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Numbers::series)
                .toList());
    }

    int status(Map<String, String> headers) {
        return ask(headers).statusCode();
    }

    private HttpResponse<String> ask(Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(door).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static Series series(String line) {
        var matched = LINE.matcher(line);
        if (!matched.matches()) throw new AssertionError("not a number of Prometheus: " + line);
        Map<String, String> labels = new HashMap<>();
        if (matched.group(2) != null)
            LABEL.matcher(matched.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        return new Series(
                matched.group(1), labels, Double.parseDouble(matched.group(3).replace("+Inf", "Infinity")));
    }
}
