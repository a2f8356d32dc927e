package hansom.bench.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the processes of a node have used, by part: memory each accounts for (shared pages divided among those who share them) and processor time so far. Read from {@code /proc}: on Linux only. */
public record Usage(Map<Part, Long> memory, Map<Part, Double> seconds) {
    private static final double TICKS_A_SECOND = 100;

    public Usage {
        memory = Map.copyOf(memory);
        seconds = Map.copyOf(seconds);
    }

    public static Usage of(Node node) {
        Map<Part, Long> memory = new EnumMap<>(Part.class);
        Map<Part, Double> seconds = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            List<ProcessHandle> tree = node.tree(part).toList();
            memory.put(
                    part,
                    tree.stream().mapToLong(process -> bytes(process.pid())).sum());
            seconds.put(
                    part,
                    tree.stream()
                            .mapToDouble(process -> seconds(process.pid(), true))
                            .sum());
        }
        return new Usage(memory, seconds);
    }

    /** Processor time of this JVM so far. */
    public static double ownSeconds() {
        return seconds(ProcessHandle.current().pid(), false);
    }

    public long bytes() {
        return memory.values().stream().mapToLong(Long::longValue).sum();
    }

    public double secondsSince(Usage before, Part part) {
        return seconds.getOrDefault(part, 0.0) - before.seconds.getOrDefault(part, 0.0);
    }

    private static long bytes(long pid) {
        return lines(pid, "smaps_rollup").stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    /** Its own time, and that of children which have ended when they are asked for. */
    private static double seconds(long pid, boolean withEnded) {
        List<String> lines = lines(pid, "stat");
        if (lines.isEmpty()) return 0;
        String line = lines.getFirst();
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        if (withEnded) ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        return ticks / TICKS_A_SECOND;
    }

    private static List<String> lines(long pid, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException ended) {
            return List.of();
        }
    }
}
