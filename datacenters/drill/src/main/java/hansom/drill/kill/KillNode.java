package hansom.drill.kill;

import hansom.bench.app.Http;
import hansom.bench.app.OfficeApp;
import hansom.bench.app.Phone;
import hansom.bench.app.Spot;
import hansom.bench.node.Node;
import hansom.drill.Setting;
import hansom.drill.book.Diaries;
import hansom.drill.book.Findings;
import hansom.drill.book.Store;
import hansom.drill.crowd.City;
import hansom.drill.crowd.Crowd;
import hansom.drill.crowd.People;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** Kills a node under a crowd again and again, and counts afterwards: nothing that was promised is missing, nothing happened twice, nothing hangs. */
public final class KillNode {
    private static final Duration UNTIL_BUSY = Duration.ofMinutes(4);
    private static final Duration UNTIL_HOME = Duration.ofMinutes(8);
    private static final Duration UNTIL_QUIET = Duration.ofMinutes(1);
    /** Longer than the node waits for a rider to confirm a card: fifteen minutes. */
    private static final Duration UNTIL_SETTLED = Duration.ofMinutes(18);

    private static final Duration OVERNIGHT = Duration.ofHours(30);

    private final Setting setting;
    private final Path diaries;
    private final List<Kill> plan;

    public KillNode(Setting setting) {
        this.setting = setting;
        this.diaries = setting.folder().resolve("diaries");
        this.plan = Kill.plan(setting.kills(), setting.seed());
    }

    /** Breaks the node and counts. */
    public Outcome run() throws Exception {
        Path home = setting.home();
        new NodeJar(home.resolve("datacenters/node/target/hansom.jar")).check(EnumSet.allOf(Moment.class));
        try (Node node = new Node(home, setting.folder().resolve("node"), setting.map())) {
            KilledNode killed = new KilledNode(node, home.resolve("datacenters/drill/target/drill-agent.jar"));
            killed.prepare(plan.getFirst());
            node.start();
            Office office =
                    new Office(new OfficeApp(new Http(node.url()), node.data()), new Phone(new Http(node.url())));
            office.morning();
            People crowd = people(node);
            crowd.begin();
            crowd.isBusy(UNTIL_BUSY);
            breaks(killed, crowd, office, new Settling(node.data(), diaries));
            String planted = plant(node);
            Findings findings = new Settling(node.data(), diaries).within(UNTIL_SETTLED);
            Diaries read = Diaries.read(diaries);
            office.count(read.orders(), findings);
            return new Outcome(killed, crowd.tally(), read, findings, planted);
        }
    }

    private People people(Node node) {
        return switch (setting.people()) {
            case FEW -> new Crowd(node.url(), node.live(), diaries, middle(node), setting.drivers(), setting.seed());
            case CITY ->
                new City(
                        setting.home(),
                        node.url(),
                        setting.map(),
                        setting.folder(),
                        diaries,
                        setting.drivers(),
                        setting.seed());
        };
    }

    private static Spot middle(Node node) {
        var centre =
                new Phone(new Http(node.url())).get("/v1").orRefused().at("map").path("centre");
        return new Spot(centre.path("lat").asDouble(), centre.path("lng").asDouble());
    }

    /** Every kill of the plan; the payouts' comes when the people are home and a day has passed. */
    private void breaks(KilledNode killed, People crowd, Office office, Settling settling) throws Exception {
        boolean night = false;
        for (int number = 0; number < plan.size(); number++) {
            Kill kill = plan.get(number);
            if (kill.isOfPayout()) {
                night(crowd, office, settling);
                night = true;
            }
            int next = number + 1;
            killed.suffer(kill, () -> {
                if (next < plan.size()) killed.prepare(plan.get(next));
                else killed.clear();
            });
            System.out.printf(
                    "%d of %d: %s, served again after %.1f s; %d orders, %d served%n",
                    next,
                    plan.size(),
                    kill.words(),
                    killed.outages().getLast().seconds(),
                    crowd.tally().orders(),
                    crowd.tally().served());
        }
        if (!night) night(crowd, office, settling);
    }

    private static void night(People crowd, Office office, Settling settling) throws Exception {
        if (!crowd.goesHome(UNTIL_HOME)) System.out.println("some people did not come home in time");
        settling.quiet(UNTIL_QUIET);
        office.later(OVERNIGHT);
    }

    private String plant(Node node) throws Exception {
        new Settling(node.data(), diaries).quiet(UNTIL_QUIET);
        try (Store store = Store.open(node.data())) {
            return switch (setting.plant()) {
                case NOTHING -> "";
                case LOST_WRITE -> "taken from the store: an event of " + store.loseAWrite();
                case DOUBLE_CHARGE -> "charged once more: " + store.chargeTwice();
            };
        }
    }
}
