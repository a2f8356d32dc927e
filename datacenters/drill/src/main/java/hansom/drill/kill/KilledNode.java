package hansom.drill.kill;

import hansom.bench.node.Node;
import hansom.bench.node.Rest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node that is killed as planned and started again at once, and how long each time it did not serve. */
final class KilledNode {
    private static final String OPTIONS = "JDK_JAVA_OPTIONS";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Node node;
    private final Path agent;
    private final List<Outage> outages = new ArrayList<>();

    /** What was done to the node, and after how many seconds it served again. */
    record Outage(Kill kill, boolean atMoment, double seconds) {}

    KilledNode(Node node, Path agent) {
        this.node = node;
        this.agent = agent;
    }

    /** Has the next start of the node end itself at this kill's moment. */
    void prepare(Kill kill) {
        kill.moment()
                .ifPresentOrElse(
                        moment -> node.with(OPTIONS, moment.option(agent, kill.times())), () -> node.without(OPTIONS));
    }

    void clear() {
        node.without(OPTIONS);
    }

    /** Waits for the kill's moment, kills, and starts again with what {@code next} needs; a moment that does not come in time is a kill at random. */
    void suffer(Kill kill, Runnable next) {
        boolean atMoment = false;
        if (kill.moment().isPresent()) atMoment = node.ends(PATIENCE);
        else Rest.ofMillis(kill.pause().toMillis());
        long killed = System.nanoTime();
        if (kill.withServers()) node.killWithServers();
        else if (node.running()) node.kill();
        next.run();
        node.launch();
        node.awaitReady();
        outages.add(new Outage(kill, atMoment, (System.nanoTime() - killed) / 1e9));
    }

    List<Outage> outages() {
        return List.copyOf(outages);
    }

    double median() {
        List<Double> sorted = outages.stream().map(Outage::seconds).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    double worst() {
        return outages.stream().mapToDouble(Outage::seconds).max().orElse(0);
    }
}
