package hansom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingTest {
    private static final Map<String, Set<String>> KNOWN = Map.of("start", Set.of(), "orders", Set.of("rate"));

    @Test
    void readsNamesAndOptions() {
        Setting setting = read("start", "orders", "--rate", "12.5", "--seed", "7", "--n", "3");
        assertThat(setting.names()).containsExactly("start", "orders");
        assertThat(setting.decimal("rate")).hasValue(12.5);
        assertThat(setting.seed()).isEqualTo(7);
        assertThat(setting.number()).hasValue(3);
        assertThat(setting.mapName()).isEqualTo("monaco");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        refuses("name what to measure: ");
        refuses("there is no bench begin", "begin");
        refuses("--rate is no option of start", "start", "--rate", "3");
        refuses("--n needs a value", "start", "--n");
        refuses("--n takes a whole number, not 'many'", "start", "--n", "many");
        refuses("--n takes a number above zero, not '0'", "start", "--n", "0");
        refuses("--minutes takes a number, not 'x'", "start", "--minutes", "x");
        refuses("cannot be read", "start", "--map", "/nowhere.osm.pbf");
    }

    @Test
    void endsWithTheKeysAndWhereTheyHold() {
        Report report = new Report("orders", "part", "s")
                .row("JVM", 1.5)
                .key("rides_per_s", 12.34567)
                .key("lost", 0);
        assertThat(report.line(read("orders", "--seed", "7", "--n", "3")))
                .isEqualTo("orders rides_per_s=12.3 lost=0 map=monaco seed=7 n=3");
        assertThat(report.table()).isEqualTo("part     s\nJVM   1.50");
    }

    private static Setting read(String... words) {
        return Setting.of(Path.of("."), List.of(words), KNOWN);
    }

    private static void refuses(String why, String... words) {
        assertThatThrownBy(() -> read(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
