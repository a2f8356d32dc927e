package hansom.edge.rider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final int MOST = 100_000;
    private static final String SAMPLE = "quote-1.json";

    private final Packing packing = Packing.with(SAMPLE);

    @Test
    void givesBackWhatWasPackedHoweverLong() throws DataFormatException {
        for (int size : new int[] {0, 1, 4_095, 4_096, 4_097, 50_000}) {
            byte[] content = noise(size);
            assertThat(packing.unpack(packing.pack(content), MOST)).isEqualTo(content);
        }
    }

    @Test
    void packsWhatIsLikeTheSampleIntoLittle() throws IOException, DataFormatException {
        byte[] other = new String(sample(), StandardCharsets.UTF_8)
                .replace("43.73", "41.15")
                .getBytes(StandardCharsets.UTF_8);
        byte[] packed = packing.pack(other);
        assertThat(packed).hasSizeLessThan(other.length / 10);
        assertThat(packing.unpack(packed, MOST)).isEqualTo(other);
        byte[] plain = Packing.plain().pack(other);
        assertThat(plain).hasSizeGreaterThan(3 * packed.length);
        assertThat(Packing.plain().unpack(plain, MOST)).isEqualTo(other);
    }

    @Test
    void refusesWhatIsCutOffTooLargeOrNoise() {
        byte[] packed = packing.pack(noise(5_000));
        assertThatThrownBy(() -> packing.unpack(Arrays.copyOf(packed, packed.length / 2), MOST))
                .isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> packing.unpack(packed, 4_999)).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> packing.unpack(new byte[0], MOST)).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> packing.unpack(new byte[] {-1, -1, -1}, MOST)).isInstanceOf(DataFormatException.class);
        assertThat(packed).isEqualTo(packing.pack(noise(5_000)));
    }

    @Test
    void servesManyAtOnce() throws Exception {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> done = IntStream.range(0, 500)
                    .mapToObj(size -> hands.submit(
                            () -> Arrays.equals(packing.unpack(packing.pack(noise(size)), MOST), noise(size))))
                    .toList();
            for (Future<Boolean> one : done) assertThat(one.get()).isTrue();
        }
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

    private static byte[] sample() throws IOException {
        try (InputStream in = PackingTest.class.getResourceAsStream(SAMPLE)) {
            if (in == null) throw new IOException("there is no " + SAMPLE);
            return in.readAllBytes();
        }
    }
}
