package hansom.city.phone;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.city.street.Spot;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrameTest {
    @Test
    void readsWhatTheDocumentPromises() {
        Frame frame = Frame.read(
                        "{\"id\":\"fed_1\",\"seq\":7,\"type\":\"order\",\"ts\":\"2026-11-30T08:00:00Z\",\"order_id\":\"ord_1\",\"version\":3,\"data\":{}}")
                .orElseThrow();
        assertThat(frame.seq()).isEqualTo(7);
        assertThat(frame.orderId()).isEqualTo("ord_1");
        assertThat(frame.passing()).isFalse();
    }

    @Test
    void refusesWhatIsNoFrame() {
        assertThat(Frame.read("not json")).isEmpty();
        assertThat(Frame.read("[]")).isEmpty();
        assertThat(Frame.read("{\"type\":\"heartbeat\"}")).isEmpty();
        assertThat(Frame.read("{\"type\":\"order\",\"ts\":\"2026-11-30T08:00:00Z\",\"data\":{}}"))
                .isEmpty();
    }

    @Test
    void positionsInBytesHaveTheDocumentedLayout() {
        ByteBuffer bytes =
                new Fix(new Spot(43.7384, 7.4246), Instant.ofEpochMilli(1_800_000_000_123L), 271, 8.5).bytes();
        assertThat(bytes.remaining()).isEqualTo(20);
        assertThat(bytes.getLong()).isEqualTo(1_800_000_000_123L);
        assertThat(bytes.getInt()).isEqualTo(437_384_000);
        assertThat(bytes.getInt()).isEqualTo(74_246_000);
        assertThat(bytes.getShort()).isEqualTo((short) 271);
        assertThat(bytes.getShort()).isEqualTo((short) 850);
    }
}
