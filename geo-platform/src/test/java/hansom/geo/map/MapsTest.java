package hansom.geo.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.engines.StartRefused;
import hansom.geo.testing.Monaco;
import hansom.geo.testing.Redrawn;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of its maps a node starts on. */
class MapsTest {
    @TempDir
    Path folder;

    /** Until its settings name yet another map, the node starts on the one that it has gone over to. */
    @Test
    void startsOnTheMapOfTheLastUpdateUnlessItIsToldAnother() throws Exception {
        Path setting = folder.resolve("setting.osm.pbf");
        try (InputStream in = Monaco.folder().extract().source().open()) {
            Files.copy(in, setting);
        }
        Maps maps = Maps.open(setting.toString(), folder);
        maps.choose(maps.take(Redrawn.file()).extract());
        String chosen = Redrawn.folder().extract().hash();
        assertThat(Maps.open(setting.toString(), folder).served().extract().hash())
                .isEqualTo(chosen);
        Files.delete(setting);
        assertThat(Maps.open(setting.toString(), folder).served().extract().hash())
                .isEqualTo(chosen);
        Path other = Files.writeString(folder.resolve("other.osm"), "another");
        assertThat(Maps.open(other.toString(), folder).served().extract().file())
                .isEqualTo(other.toString());
        assertThatThrownBy(() -> Maps.open(folder.resolve("none").toString(), folder))
                .isInstanceOf(StartRefused.class);
    }
}
