package hansom.geo.missing;

import hansom.contract.missing.MissingRoads;
import hansom.geo.track.Stray;
import java.time.Instant;
import java.util.List;

/** What drivers and the map say together of roads that the map lacks. */
public final class Gathering {
    private final Candidates candidates;
    private final Review review;

    Gathering(Candidates candidates, Review review) {
        this.candidates = candidates;
        this.review = review;
    }

    /** A trip has strayed; each must end later than the one before. */
    public void drove(List<Stray> strays, long driver, long rider, Instant at) {
        candidates.drove(strays, new Witness(driver, rider), at);
    }

    public MissingRoads roads() {
        return review.roads();
    }
}
