package hansom.geo.missing;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.fare.Fare;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import hansom.contract.geo.Tracking;
import hansom.contract.id.Region;
import hansom.contract.missing.MissingRoad.Kind;
import hansom.contract.missing.MissingRoad.Verdict;
import hansom.contract.missing.MissingRoadEvent.MissingRoadJudged;
import hansom.contract.missing.MissingRoadId;
import hansom.contract.money.Money;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import hansom.engines.keys.AesGcm;
import hansom.engines.keys.KeyedHash;
import hansom.engines.objects.ObjectFolder;
import hansom.engines.objects.ObjectStore;
import hansom.geo.missing.Candidates.Known;
import hansom.geo.testing.Drivers;
import hansom.geo.track.Stray;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingFollowerTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<Point> LINE = List.of(new Point(43.7340, 7.4230), new Point(43.7365, 7.4255));
    private static final String KEY = "missing/local.bin";

    @TempDir
    Path folder;

    private final Candidates candidates = new Candidates(Region.LOCAL, 5);

    /** The rider of trip 5 was erased: nothing of the track can be read any more. */
    private final MissingFollower follower = new MissingFollower(
            candidates,
            (file, rider) ->
                    rider.equals(rider(5)) || !file.equals("file") ? List.of() : List.of(new Stray(LINE, 345, 40)),
            new KeyedHash(new byte[32]));

    @Test
    void gathersFromCompletedTripsEachOnce() {
        for (int trip = 1; trip <= 5; trip++) {
            follower.on(completed(trip));
            // Told once more after a start.
            follower.on(completed(trip));
        }
        assertThat(candidates.known()).as("four drivers and one erased rider").isEmpty();
        follower.on(completed(6));
        Known known = candidates.known().getFirst();
        assertThat(known.candidate().trips()).isEqualTo(5);
        assertThat(known.candidate().drivers).hasSize(5);
        follower.on(judged(known.candidate().id));
        assertThat(known.candidate().verdict).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void isKeptSealedOverARestart() {
        ObjectStore objects = new ObjectFolder(folder);
        AesGcm seal = new AesGcm(new byte[32]);
        try (MissingArchive _ = new MissingArchive(objects, Region.LOCAL, seal, candidates)) {
            for (int trip = 1; trip <= 4; trip++) follower.on(completed(trip));
        }
        String lat = HexFormat.of()
                .toHexDigits(Double.doubleToLongBits(LINE.getFirst().lat()));
        assertThat(HexFormat.of().formatHex(candidates.written())).contains(lat);
        assertThat(HexFormat.of().formatHex(objects.find(KEY).orElseThrow())).doesNotContain(lat);
        Candidates again = new Candidates(Region.LOCAL, 5);
        try (MissingArchive _ = new MissingArchive(objects, Region.LOCAL, seal, again)) {
            assertThat(again.written()).isEqualTo(candidates.written());
        }
        objects.put(KEY, "nonsense".getBytes(StandardCharsets.UTF_8));
        Candidates fresh = new Candidates(Region.LOCAL, 5);
        try (MissingArchive _ = new MissingArchive(objects, Region.LOCAL, seal, fresh)) {
            assertThat(fresh.isNews(NOON)).isTrue();
        }
    }

    private static MissingRoadJudged judged(MissingRoadId id) {
        return new MissingRoadJudged(id, Verdict.ACCEPTED, Kind.LACKING, LINE, "", "opr", NOON);
    }

    private static RiderId rider(int number) {
        return new RiderId(Drivers.driver(number).value().replace("drv_", "rid_"));
    }

    private static OrderCompleted completed(int number) {
        AssignedDriver driver = new AssignedDriver(
                Drivers.driver(number),
                ShiftId.of(Drivers.driver(number)),
                OfferId.of(ShiftId.of(Drivers.driver(number)), Drivers.order(number), 1),
                Drivers.onShift(Drivers.driver(number), Set.of(ProductClass.ECONOMY), Set.of()),
                Duration.ofMinutes(2),
                NOON);
        Tracking tracking =
                new Tracking(Distance.NONE, Distance.NONE, Duration.ZERO, 0, Tracking.Basis.MATCHED, "file", "sum");
        Instant at = NOON.plusSeconds(60L * number);
        return new OrderCompleted(
                Drivers.order(number),
                rider(number),
                driver,
                new PaymentMethod.Cash(),
                Fare.of(List.of(), EUR),
                new Money(0, EUR),
                tracking,
                at.minusSeconds(30),
                at,
                at);
    }
}
