package hansom.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** A flight recording of a node: its samples, sorted by who ran and by what was run. */
public final class Recording {
    private static final String NO_ONE = "?";

    private final List<RecordedEvent> samples;

    private Recording(List<RecordedEvent> samples) {
        this.samples = samples;
    }

    /** The option of a JVM that writes one when it ends. */
    public static String option(Path file) {
        return "-XX:StartFlightRecording=filename=%s,settings=profile,dumponexit=true".formatted(file);
    }

    public static Recording read(Path file, Instant from, Instant until) throws IOException {
        List<RecordedEvent> samples = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.ExecutionSample"))
                .filter(event -> event.getStackTrace() != null)
                .filter(event -> event.getStartTime().isAfter(from)
                        && event.getStartTime().isBefore(until))
                .toList();
        return new Recording(samples);
    }

    public int size() {
        return samples.size();
    }

    /** A share of all samples. */
    public record Share(String what, double percent) {}

    /** Who ran: threads of one kind together. */
    public List<Share> byThread(int most) {
        return shares(Recording::thread, most);
    }

    /** Whose work it was: the nearest method of ours below what it called. */
    public List<Share> byOwner(int most) {
        return shares(sample -> nearest(sample, "hansom."), most);
    }

    /** What was run at last: the class on top of the stack. */
    public List<Share> byTop(int most) {
        return shares(sample -> type(sample.getStackTrace().getFrames().getFirst()), most);
    }

    private static String thread(RecordedEvent sample) {
        var thread = sample.getThread("sampledThread");
        String name = thread == null ? null : thread.getJavaName();
        return name == null || name.isEmpty() ? "virtual threads" : name.replaceAll("[-\\[]?\\d+\\]?", "");
    }

    private static String nearest(RecordedEvent sample, String prefix) {
        for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
            String type = type(frame);
            if (type.startsWith(prefix)) return type + "." + frame.getMethod().getName();
        }
        return NO_ONE;
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName().replaceAll("\\$\\$.*", "");
    }

    private List<Share> shares(Function<RecordedEvent, @Nullable String> key, int most) {
        Map<String, Integer> counts = new HashMap<>();
        for (RecordedEvent sample : samples) {
            String name = key.apply(sample);
            counts.merge(name == null ? NO_ONE : name, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(count -> new Share(count.getKey(), 100.0 * count.getValue() / samples.size()))
                .toList();
    }
}
