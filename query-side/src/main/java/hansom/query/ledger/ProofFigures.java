package hansom.query.ledger;

import hansom.engines.meter.Figures;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;

/** Has the whole book proved now and then, so that money which does not add up raises an alarm before anybody asks. */
final class ProofFigures implements Figures.Reader {
    private final Auditor auditor;
    private final InstantSource realTime;

    ProofFigures(Auditor auditor, InstantSource realTime) {
        this.auditor = auditor;
        this.realTime = realTime;
    }

    @Override
    public void read(Figures.Page page) {
        var proof = auditor.prove();
        put(
                page,
                "hansom.ledger.proof.holds",
                "",
                "1 when the last proof of the ledger held, else 0",
                proof.breaches().isEmpty() ? 1 : 0);
        put(
                page,
                "hansom.ledger.breaches",
                "",
                "what did not hold at the last proof",
                proof.breaches().size());
        put(page, "hansom.ledger.entries", "", "entries of the ledger at the last proof", proof.entries());
        put(page, "hansom.ledger.postings", "", "postings of the ledger at the last proof", proof.postings());
        put(page, "hansom.ledger.proved.at", "seconds", "when the ledger was last proved", realTime.millis() / 1_000.0);
    }

    private static void put(Figures.Page page, String name, String unit, String meaning, double value) {
        page.put(name, unit, meaning, Tags.empty(), value);
    }
}
