package hansom.engines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.engines.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, LINUX_AMD64",
        "Linux, aarch64, LINUX_ARM64",
        "Mac OS X, x86_64, DARWIN_AMD64",
        "Mac OS X, aarch64, DARWIN_ARM64",
    })
    void isFoundByTheNamesThatJavaGives(String system, String processor, Platform platform) {
        assertThat(Platform.of(system, processor, false, "--redis")).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, i386", "Linux, arm", "Linux, riscv64", "FreeBSD, amd64"})
    void saysElsewhereWhatToDo(String system, String processor) {
        assertThatThrownBy(() -> Platform.of(system, processor, false, "--postgres"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("no server is carried along for %s on %s; name one with --postgres", system, processor);
    }

    @Test
    void saysSoOnAlpineToo() {
        assertThatThrownBy(() -> Platform.of("Linux", "amd64", true, "--redis"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("musl; name one with --redis");
    }
}
