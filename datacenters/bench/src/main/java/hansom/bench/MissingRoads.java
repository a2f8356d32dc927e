package hansom.bench;

import hansom.bench.road.Lacking;
import hansom.bench.road.Lacking.Found;
import hansom.bench.road.OpenMap;

/** Which of the roads that were cut out of a map are reported as lacking, and what else is. */
final class MissingRoads implements Measurement {
    private static final int TRIPS = 1_500;

    @Override
    public String name() {
        return "missing-roads";
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        int trips = setting.number().orElse(TRIPS);
        Report report = new Report(name(), "what", "roads", "metres");
        try (Scratch scratch = Scratch.make()) {
            Lacking lacking = new Lacking(OpenMap.file(setting.map(), scratch.folder()), Chance.of(setting.seed(), 1));
            Found found = lacking.of(trips, scratch.folder());
            report.row("cut out of the map", found.cut())
                    .row("driven by enough of them", found.driven(), found.drivenMetres())
                    .row("found of these", found.found(), found.foundMetres())
                    .row("reported", found.reported())
                    .row("where roads were cut", found.right())
                    .row("trips that strayed", found.strayed());
            for (Lacking.Wrong wrong : found.wrong())
                report.row(
                        "%s at %.5f,%.5f, %d trips".formatted(wrong.kind(), wrong.lat(), wrong.lng(), wrong.trips()),
                        "wrong",
                        wrong.metres());
            report.key("precision_pct", percent(found.right(), found.reported()))
                    .key("recall_pct", percent(found.found(), found.driven()))
                    .key("recall_metres_pct", percent(found.foundMetres(), found.drivenMetres()))
                    .key("reported", found.reported())
                    .key("cut_and_driven", found.driven())
                    .key("of_few", found.ofFew());
        }
        return report.key("n", trips);
    }

    private static double percent(double part, double whole) {
        return whole == 0 ? Double.NaN : 100 * part / whole;
    }
}
