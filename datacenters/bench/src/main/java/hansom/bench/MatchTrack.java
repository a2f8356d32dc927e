package hansom.bench;

import hansom.bench.peer.Peers;
import hansom.bench.road.Matching;
import hansom.bench.road.Matching.Both;
import hansom.bench.road.Matching.Result;
import hansom.bench.road.OpenMap;
import java.util.Optional;
import java.util.stream.Stream;

/** How much the length of a trip is wrong when it is told from what a phone said of it, and what telling it costs. */
final class MatchTrack implements Measurement {
    private static final int TRACKS = 200;

    @Override
    public String name() {
        return "match-track";
    }

    @Override
    public Report measure(Setting setting) throws Exception {
        int tracks = setting.number().orElse(TRACKS);
        Report report = new Report(
                name(),
                "a point each",
                "error",
                "who",
                "length wrong by %",
                "p95",
                "on wrong roads %",
                "missed %",
                "µs CPU a point",
                "points");
        try (Scratch scratch = Scratch.make();
                OpenMap map = OpenMap.of(setting.map(), scratch.folder())) {
            Peers peers = setting.peers(OpenMap.file(setting.map(), scratch.folder()));
            Matching matching = new Matching(map, tracks, Chance.of(setting.seed(), 1));
            Both seldom = told(report, matching, 5, 12, false, peers);
            Both often = told(report, matching, 1, 5, false, peers);
            Both steady = told(report, matching, 5, 12, true, peers);
            Optional<Result> meili = seldom.valhalla();
            report.key("err_5s12m_pct", seldom.ours().mean())
                    .key("err_1s5m_pct", often.ours().mean())
                    .key("us_per_point", micros(seldom.ours(), often.ours()))
                    .peer("valhalla_pct", meili.map(Result::mean))
                    .peer("valhalla_1s5m_pct", often.valhalla().map(Result::mean))
                    .peer("valhalla_us_per_point", meili.map(Result::micros))
                    .key("err_steady_pct", steady.ours().mean())
                    .peer("valhalla_steady_pct", steady.valhalla().map(Result::mean))
                    .key("p95_5s12m_pct", seldom.ours().p95())
                    .key("p95_1s5m_pct", often.ours().p95())
                    .key("wrong_5s12m_pct", seldom.ours().wrong())
                    .key("wrong_1s5m_pct", often.ours().wrong())
                    .key("track_metres", matching.meanMetres());
        }
        return report.key("n", tracks);
    }

    private static Both told(Report report, Matching matching, int seconds, int metres, boolean steady, Peers peers)
            throws Exception {
        Both both = matching.matched(seconds, metres, steady, peers);
        Stream.concat(Stream.of(both.ours()), both.valhalla().stream())
                .forEach(result -> report.row(
                        seconds + " s" + (steady ? ", without halts" : ""),
                        metres + " m",
                        result.who(),
                        result.mean(),
                        result.p95(),
                        result.wrong(),
                        result.missed(),
                        result.micros(),
                        result.points()));
        return both;
    }

    private static double micros(Result one, Result other) {
        return (one.micros() * one.points() + other.micros() * other.points()) / (one.points() + other.points());
    }
}
