package hansom.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is woken at three finds out what it means and what to do. */
class RunbooksTest {
    private static final Path RUNBOOKS = Path.of("runbooks");

    @Test
    void eachAlertLeadsToAPageOfItsOwnAndEachPageBelongsToOne() throws IOException {
        Set<String> pages = new HashSet<>();
        for (Map<String, ?> alert : alerts()) {
            var annotations = (Map<?, ?>) alert.get("annotations");
            var labels = (Map<?, ?>) alert.get("labels");
            assertThat(labels.get("severity")).as("%s", alert.get("alert")).isIn("page", "warn");
            assertThat(String.valueOf(annotations.get("summary"))).isNotBlank();
            var page = Path.of("..").resolve(String.valueOf(annotations.get("runbook")));
            assertThat(Files.readString(page))
                    .startsWith("# %s\n".formatted(alert.get("alert")))
                    .contains("**Means.**", "**See.**", "**Do.**")
                    .contains(String.valueOf(alert.get("expr")));
            assertThat(pages.add(page.getFileName().toString()))
                    .as("one page, one alert: %s", page)
                    .isTrue();
        }
        try (var files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(pages);
        }
    }

    @Test
    void everyRunbookNamedOnTheDashboardIsThere() throws IOException {
        var named = java.util.regex.Pattern.compile("runbook ([a-z-]+)");
        for (JsonNode panel : panels())
            named.matcher(panel.path("description").asString(""))
                    .results()
                    .forEach(found -> assertThat(RUNBOOKS.resolve(found.group(1) + ".md"))
                            .as(panel.path("title").asString())
                            .exists());
    }

    @Test
    void everyPanelSaysWhatItMeansAndInWhichUnit() throws IOException {
        Set<String> titles = new HashSet<>();
        for (JsonNode panel : panels()) {
            String title = panel.path("title").asString();
            assertThat(titles.add(title))
                    .as("one panel of this title: %s", title)
                    .isTrue();
            assertThat(panel.path("description").asString("")).as(title).hasSizeGreaterThan(10);
            JsonNode shown = panel.path("fieldConfig").path("defaults");
            assertThat(shown.path("unit").asString("")).as(title).isNotBlank();
            assertThat(shown.path("thresholds").path("steps")).as(title).isNotEmpty();
            assertThat(panel.path("targets")).as(title).isNotEmpty();
        }
    }

    private static List<JsonNode> panels() throws IOException {
        JsonNode board = JsonMapper.builder().build().readTree(Files.readString(Path.of("grafana/hansom.json")));
        return board.path("panels")
                .valueStream()
                .filter(panel -> !panel.path("type").asString().equals("row"))
                .toList();
    }

    private static List<Map<String, ?>> alerts() throws IOException {
        Map<String, List<Map<String, List<Map<String, ?>>>>> file =
                new Yaml().load(Files.readString(Path.of("prometheus/hansom.alerts.yml")));
        return file.get("groups").getFirst().get("rules");
    }
}
