package hansom.bench;

import hansom.bench.load.Rides;
import hansom.bench.load.Town;
import hansom.bench.node.Node;
import hansom.bench.node.Part;
import hansom.bench.node.Rest;
import hansom.bench.node.Usage;

/** What an idle node with every role keeps in memory a minute after its start, by part. */
final class Memory implements Measurement {
    private static final double MEGABYTE = 1_000_000;
    private static final int PEOPLE = 10;
    private static final double RIDES_PER_SECOND = 1;
    private static final double RIDING_SECONDS = 30;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        Report report = new Report(name(), "moment", "JVM MB", "PostgreSQL MB", "Redis MB", "all MB");
        long rest = (long) (setting.minutes().orElse(1) * 60_000);
        try (Scratch scratch = Scratch.make();
                Node node = scratch.node(setting)) {
            node.start();
            Rest.ofMillis(rest);
            Usage fresh = row(report, "a minute after the first start", node);
            node.stop();
            node.start();
            Rest.ofMillis(rest);
            Usage again = row(report, "a minute after another start", node);
            try (Town town = Town.of(node, PEOPLE, Chance.of(setting.seed(), 1))) {
                new Rides(town, setting.seed()).offer(RIDES_PER_SECOND, RIDING_SECONDS);
            }
            Rest.ofMillis(rest);
            Usage ridden = row(report, "a minute after some rides", node);
            return report.key("mb", fresh.bytes() / MEGABYTE)
                    .key("jvm_mb", megabytes(fresh, Part.JVM))
                    .key("postgres_mb", megabytes(fresh, Part.POSTGRES))
                    .key("redis_mb", megabytes(fresh, Part.REDIS))
                    .key("again_mb", again.bytes() / MEGABYTE)
                    .key("after_rides_mb", ridden.bytes() / MEGABYTE);
        }
    }

    private static Usage row(Report report, String moment, Node node) {
        Usage usage = Usage.of(node);
        report.row(
                moment,
                megabytes(usage, Part.JVM),
                megabytes(usage, Part.POSTGRES),
                megabytes(usage, Part.REDIS),
                usage.bytes() / MEGABYTE);
        return usage;
    }

    private static double megabytes(Usage usage, Part part) {
        return usage.memory().getOrDefault(part, 0L) / MEGABYTE;
    }
}
