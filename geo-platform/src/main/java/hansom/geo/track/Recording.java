package hansom.geo.track;

import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a phone recorded of a trip, without repeated points and without those at which no car can have been. */
record Recording(List<Spot> spots) {
    private static final double FASTEST_METRES_A_SECOND = 70;
    /** What a phone may be wrong by without being called wrong. */
    private static final double SLACK_METRES = 100;

    private static final int MOST_DOUBTED = 3;
    static final Duration GAP = Duration.ofSeconds(60);
    private static final long GAP_METRES = 250;

    Recording {
        spots = List.copyOf(spots);
    }

    /** Where the phone was, and when. */
    record Spot(Point point, Instant at) {
        boolean reaches(Spot next) {
            double seconds = Math.max(0, Duration.between(at, next.at).toMillis() / 1000.0);
            return point.straightTo(next.point).metres() <= seconds * FASTEST_METRES_A_SECOND + SLACK_METRES;
        }

        boolean isGapTo(Spot next) {
            return Duration.between(at, next.at).compareTo(GAP) > 0
                    && point.straightTo(next.point).metres() > GAP_METRES;
        }
    }

    static Recording of(List<DriverPosition> positions) {
        List<Spot> inOrder = new ArrayList<>();
        positions.stream()
                .map(position -> new Spot(position.point(), position.at()))
                .sorted(Comparator.comparing(Spot::at))
                .forEach(spot -> {
                    if (inOrder.isEmpty() || inOrder.getLast().at().isBefore(spot.at())) inOrder.add(spot);
                });
        return new Recording(withoutJumps(inOrder));
    }

    /** A spot that cannot be reached from the last is doubted; when the next ones agree with it, the last was the wrong one. */
    private static List<Spot> withoutJumps(List<Spot> inOrder) {
        List<Spot> kept = new ArrayList<>();
        List<Spot> doubted = new ArrayList<>();
        for (Spot spot : inOrder) {
            if (kept.isEmpty() || kept.getLast().reaches(spot)) {
                kept.add(spot);
                doubted.clear();
                continue;
            }
            if (!doubted.isEmpty() && !doubted.getLast().reaches(spot)) doubted.clear();
            doubted.add(spot);
            if (doubted.size() < MOST_DOUBTED) continue;
            while (!kept.isEmpty() && !kept.getLast().reaches(doubted.getFirst())) kept.removeLast();
            kept.addAll(doubted);
            doubted.clear();
        }
        return kept;
    }

    Duration time() {
        return spots.isEmpty()
                ? Duration.ZERO
                : Duration.between(spots.getFirst().at(), spots.getLast().at());
    }

    /** The stretches between gaps in which nothing was heard while the car moved on. */
    List<List<Spot>> stretches() {
        List<List<Spot>> stretches = new ArrayList<>();
        for (Spot spot : spots) {
            if (stretches.isEmpty() || stretches.getLast().getLast().isGapTo(spot)) stretches.add(new ArrayList<>());
            stretches.getLast().add(spot);
        }
        return stretches;
    }
}
