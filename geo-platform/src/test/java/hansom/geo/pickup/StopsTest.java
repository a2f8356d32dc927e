package hansom.geo.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.Point;
import hansom.contract.id.Region;
import hansom.engines.objects.ObjectFolder;
import hansom.engines.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopsTest {
    private static final Point KERB = new Point(43.7384, 7.4246);
    private static final Point TEN_METRES_ON = new Point(43.73849, 7.4246);
    private static final Point FAR = new Point(43.7400, 7.4246);
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @TempDir
    Path folder;

    private final Stops stops = new Stops();

    @Test
    void needsFiveDriversAndNotFiveRides() {
        for (int ride = 0; ride < 9; ride++) stops.boarded(ride % 4, ride % 2 == 0 ? KERB : TEN_METRES_ON, NOON);
        assertThat(stops.at(KERB)).isNull();
        stops.boarded(5, KERB, NOON);
        assertThat(stops.at(KERB)).satisfies(stop -> assertThat(stop.boarded()).isEqualTo(10));
        assertThat(stops.at(FAR)).isNull();
    }

    @Test
    void knowsWhoWasWaitedForInVain() {
        for (int driver = 0; driver < 5; driver++) stops.boarded(driver, KERB, NOON);
        for (int times = 0; times < 5; times++) stops.givenUp(TEN_METRES_ON, NOON);
        assertThat(stops.at(KERB))
                .satisfies(stop -> assertThat(stop.givenUpShare()).isEqualTo(0.25));
    }

    @Test
    void outlivesARestartAndCountsNothingTwice() {
        ObjectStore objects = new ObjectFolder(folder);
        Region region = Region.named("local");
        try (StopArchive _ = new StopArchive(objects, region, stops)) {
            for (int driver = 0; driver < 5; driver++) stops.boarded(driver, KERB, NOON);
            stops.heed(NOON);
        }
        Stops again = new Stops();
        try (StopArchive _ = new StopArchive(objects, region, again)) {
            again.boarded(7, KERB, NOON);
            assertThat(again.at(KERB))
                    .satisfies(stop -> assertThat(stop.boarded()).isEqualTo(5));
            again.boarded(7, KERB, NOON.plusSeconds(1));
            assertThat(again.at(KERB))
                    .satisfies(stop -> assertThat(stop.boarded()).isEqualTo(6));
        }
        objects.put("stops/local.bin", "nonsense".getBytes(StandardCharsets.UTF_8));
        Stops fresh = new Stops();
        try (StopArchive _ = new StopArchive(objects, region, fresh)) {
            assertThat(fresh.at(KERB)).isNull();
        }
    }
}
