package hansom.node;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.node.ForkedNode.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts a node learns in one line why it does not start; whoever stops it finds nothing of it left. */
class StartTest {
    private static final ForkedNode NODE = ForkedNode.onFreshFolder();

    @AfterEach
    void leavesNothingRunning() {
        assertThat(NODE.servers()).as("what a node started ends with it").isEmpty();
    }

    @Test
    void holdsItsFolderAloneAndGoesWithAllItStarted() {
        NODE.start();
        Duration ending;
        try {
            assertThat(NODE.servers()).hasSize(2);
            assertOneLine(NODE.second().refuses(), "another node runs on " + NODE.data());
        } finally {
            ending = NODE.terminate();
        }
        System.out.printf("ended on SIGTERM after %d ms%n", ending.toMillis());
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(NODE.port(), 1, InetAddress.getLoopbackAddress())) {
            assertOneLine(
                    NODE.refuses(), "port %d is taken; choose another with --port".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void namesTheLivePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(NODE.livePort(), 1, InetAddress.getLoopbackAddress())) {
            assertOneLine(
                    NODE.refuses(),
                    "port %d is taken; choose another with --live-port".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void namesTheMapThatIsNotThere() {
        assertOneLine(NODE.refuses("--hansom.map=/nonexistent.osm.pbf"), "the map /nonexistent.osm.pbf cannot be read");
    }

    @Test
    void namesTheMapThatIsNone(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("x.osm.pbf"), "Far out in the uncharted backwaters");
        assertOneLine(NODE.refuses("--hansom.map=" + text), "the map %s cannot be read".formatted(text));
    }

    @Test
    void namesTheRoleThatDoesNotExist() {
        assertOneLine(NODE.refuses("--hansom.roles=edge,pilot"), "there is no role pilot; roles are ");
    }

    private static void assertOneLine(Ended ended, String line) {
        List<String> said = ended.lines();
        assertThat(said).hasSize(1);
        assertThat(said.getFirst()).startsWith("hansom cannot start: " + line);
        assertThat(ended.status()).isEqualTo(1);
    }
}
