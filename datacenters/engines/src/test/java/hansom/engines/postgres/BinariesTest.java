package hansom.engines.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.engines.process.Platform;
import hansom.engines.testing.Program;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.XZInputStream;

class BinariesTest {
    @ParameterizedTest
    @EnumSource
    void areThoseOfThePlatform(Platform platform) throws IOException {
        Map<String, Set<Platform>> programs = new HashMap<>();
        var packed =
                Objects.requireNonNull(Binaries.class.getResourceAsStream("/" + Binaries.nameFor(platform) + ".txz"));
        try (TarArchiveInputStream archive =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            while (programs.size() < 3) {
                TarArchiveEntry entry = Objects.requireNonNull(archive.getNextEntry(), "the archive ends early");
                String name = entry.getName().replaceFirst("^\\./", "");
                if (entry.isFile() && name.startsWith("bin/")) programs.put(name, Program.platformsOf(archive));
            }
        }
        assertThat(programs).containsOnlyKeys("bin/initdb", "bin/pg_ctl", "bin/postgres");
        assertThat(programs.values()).allSatisfy(built -> assertThat(built).contains(platform));
    }
}
