package hansom.edge.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.contract.geo.Point;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ClientFramesTest {
    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
    private final ClientFrames frames = new ClientFrames(JsonMapper.builder().build());

    @Test
    void readsAPosition() {
        assertThat(
                        frames.read(
                                "{\"type\":\"position\",\"lat\":43.7384,\"lng\":7.4246,\"at\":\"2026-11-24T08:00:00Z\",\"heading\":-90,\"speed\":8.5}"))
                .isEqualTo(new ClientFrame.Positions(
                        List.of(new ClientFrame.Fix(new Point(43.7384, 7.4246), AT, 270, 8.5))));
    }

    @Test
    void readsTheSamePositionFromTwentyBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(ClientFrames.FIX_BYTES)
                .putLong(AT.toEpochMilli())
                .putInt(437_384_000)
                .putInt(74_246_000)
                .putShort((short) -1)
                .putShort((short) 850)
                .flip();
        assertThat(frames.read(bytes))
                .isEqualTo(new ClientFrame.Positions(
                        List.of(new ClientFrame.Fix(new Point(43.7384, 7.4246), AT, null, 8.5))));
    }

    @Test
    void readsAHelloThatResumes() {
        assertThat(frames.read("{\"type\":\"hello\",\"token\":\"t\",\"last_seq\":41}"))
                .isEqualTo(new ClientFrame.Hello("t", 41L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"dance\"}",
                "{\"type\":\"hello\"}",
                "{\"type\":\"hello\",\"token\":\"t\",\"last_seq\":\"41\"}",
                "{\"type\":\"position\",\"lat\":91,\"lng\":7,\"at\":\"2026-11-24T08:00:00Z\"}",
                "{\"type\":\"position\",\"lat\":\"43\",\"lng\":7,\"at\":\"2026-11-24T08:00:00Z\"}",
                "{\"type\":\"position\",\"lat\":43,\"lng\":7,\"at\":\"yesterday\"}",
                "{\"type\":\"positions\",\"positions\":[]}",
                "{\"type\":\"accept\",\"offer_id\":\"off_1\"}",
                "{\"type\":\"ack\"}",
                "{\"type\":\"ping\",\"ref\":7}",
                "{\"type\":\"ping\",\"ref\":\"12345678901234567890123456789012345678901234567890123456789012345\"}"
            })
    void refusesWhatIsNotAFrame(String text) {
        assertThatThrownBy(() -> frames.read(text))
                .isInstanceOf(MalformedFrame.class)
                .hasMessageNotContaining("Exception");
    }

    @Test
    void survivesRandomBytes() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            assertThatCodeIsReadOrMalformed(noise);
        }
    }

    private void assertThatCodeIsReadOrMalformed(byte[] noise) {
        try {
            assertThat(frames.read(ByteBuffer.wrap(noise))).isInstanceOf(ClientFrame.Positions.class);
        } catch (MalformedFrame malformed) {
            assertThat(malformed).hasMessageNotContaining("Exception");
        }
    }
}
