package hansom.drill.kill;

import hansom.drill.book.Diaries;
import hansom.drill.book.Finding;
import hansom.drill.book.Findings;
import hansom.drill.crowd.Tally;
import java.util.Locale;

/** What a drill did and found, as it is printed. */
public record Outcome(KilledNode killed, Tally tally, Diaries diaries, Findings findings, String planted) {
    private static final int MOST_SHOWN = 50;
    private static final int LONGEST = 600;

    public boolean holds() {
        return findings.all().isEmpty();
    }

    /** Each kill in a row, then whatever went wrong. */
    public String table() {
        StringBuilder table =
                new StringBuilder("killed                                    how much    reached  served again s\n");
        for (KilledNode.Outage outage : killed.outages())
            table.append(String.format(
                    Locale.ROOT,
                    "%-40s  %-10s  %-7s  %14.1f%n",
                    outage.kill().words(),
                    outage.kill().withServers() ? "whole tree" : "JVM alone",
                    outage.kill().moment().isEmpty() ? "-" : outage.atMoment() ? "yes" : "no",
                    outage.seconds()));
        tally.troubles()
                .forEach((what, times) -> table.append("unexpected answer, %d times: %s%n".formatted(times, what)));
        if (!planted.isEmpty()) table.append("planted: ").append(planted).append('\n');
        findings.all().stream()
                .limit(MOST_SHOWN)
                .forEach(finding -> table.append(shortened(finding)).append('\n'));
        return table.toString();
    }

    private static String shortened(Finding finding) {
        String text = finding.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** Its keys. */
    public String line(String map, long seed) {
        return String.format(
                Locale.ROOT,
                "drill kill-node kills=%d lost=%d double=%d stuck=%d to_serve_p50_s=%.1f to_serve_max_s=%.1f"
                        + " orders=%d served=%d promises=%d frames=%d outages=%d map=%s seed=%d",
                killed.outages().size(),
                findings.count(Finding.Kind.LOST),
                findings.count(Finding.Kind.DOUBLE),
                findings.count(Finding.Kind.STUCK),
                killed.median(),
                killed.worst(),
                tally.orders(),
                tally.served(),
                diaries.promises(),
                diaries.frames(),
                tally.outages(),
                map,
                seed);
    }
}
