package hansom.geo.eta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Grounds;
import hansom.contract.geo.Route;
import hansom.contract.id.Region;
import hansom.engines.objects.ObjectFolder;
import hansom.geo.road.Forecast;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.testing.Monaco;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned from trips is told to people only when it was better on days that it had not seen. */
class EtaSchoolTest {
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Clock THEN = Clock.fixed(MONDAY.plus(Duration.ofDays(21)), ZoneOffset.UTC);

    private final RoadNetwork network = RoadConfiguration.network(Monaco.folder(), List::of, THEN);
    private final Random random = new Random(7);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void saysThatTripsAreTooFewAndStaysOut() {
        EtaSchool school = school();
        driven(school, 300, 10, EtaSchoolTest::slowEveningsAndLefts);
        school.learn();
        assertThat(school.lacks()).contains("trips of").contains("at least 500");
        assertThat(route().map()).endsWith("/roads");
        assertThat(route().grounds().modelled()).isNull();
    }

    @Test
    void isHeededWhenItWasBetterOnDaysHeldOutAndAfterARestart() {
        EtaSchool school = school();
        driven(school, 3_000, 21, EtaSchoolTest::slowEveningsAndLefts);
        Route before = route();
        school.learn();
        EtaModel model = school.model().orElseThrow();
        assertThat(model.verdict().better()).isTrue();
        assertThat(model.verdict().model()).isLessThan(model.verdict().roads() * 0.6);
        assertThat(model.verdict().modelBias()).isCloseTo(0, within(0.02));
        assertThat(model.adds().get("lefts")).isCloseTo(6, within(2.0));

        Route told = route();
        assertThat(told.map()).endsWith("/eta-1");
        assertThat(told.time()).isGreaterThan(before.time());
        assertThat(told.time()).isCloseTo(told.grounds().modelled(), Duration.ofSeconds(2));
        assertThat(told.grounds().byRoads()).isEqualTo(before.grounds().byRoads());
        assertThat(told.legs().getFirst().time()).isEqualTo(told.time());

        school.close();
        network.heed(Forecast.ROADS);
        try (EtaSchool again = school()) {
            again.start();
            assertThat(again.trips()).isEqualTo(3_000);
            assertThat(route().map()).endsWith("/eta-1");
            assertThat(route().time()).isEqualTo(told.time());
            again.learn();
            assertThat(route().map()).endsWith("/eta-2");
        }
    }

    @Test
    void isOnlyNotedWhenItIsNoBetterThanTheRoads() {
        EtaSchool school = school();
        driven(school, 2_000, 14, (grounds, at) -> Trip.seconds(grounds.byRoads()));
        school.learn();
        Route route = route();
        assertThat(school.model().orElseThrow().heeded()).isFalse();
        assertThat(route.map()).endsWith("/roads");
        assertThat(route.grounds().modelled()).isNotNull();
        assertThat(route.time()).isCloseTo(route.grounds().byRoads(), Duration.ofSeconds(1));
    }

    /** The same small gain, once on trips enough to see it and once on so few that chance may have made it. */
    @Test
    void isHeededForASmallGainOnlyWhenTripsEnoughTellIt() {
        EtaSchool many = school();
        driven(many, 12_000, 14, EtaSchoolTest::aLittleSlower);
        many.learn();
        Verdict sure = many.model().orElseThrow().verdict();
        assertThat(sure.heldOut()).isGreaterThan(2_000);
        assertThat(sure.model()).isBetween(sure.roads() * 0.90, sure.roads() * 0.98);
        assertThat(sure.better()).isTrue();

        EtaSchool few = school();
        driven(few, 700, 14, EtaSchoolTest::aLittleSlower);
        few.learn();
        Verdict unsure = few.model().orElseThrow().verdict();
        assertThat(unsure.heldOut()).isLessThan(200);
        assertThat(unsure.surelyNearer()).isNegative();
        assertThat(unsure.better()).isFalse();
    }

    @Test
    void forgetsTheOldestTripsFirst() {
        TripBook book = new TripBook();
        for (int i = 0; i <= TripBook.MOST; i++) book.note(new Trip(grounds(100, 0), MONDAY.plusSeconds(i), 100));
        assertThat(book.size()).isEqualTo(TripBook.MOST);
        assertThat(book.trips().getFirst().departed()).isEqualTo(MONDAY.plusSeconds(1));
    }

    private EtaSchool school() {
        return EtaConfiguration.school(network::heed, new ObjectFolder(folder), Region.LOCAL, THEN);
    }

    private Route route() {
        return RoadConfiguration.planner(network)
                .plan(new PlanRoute(List.of(Monaco.FONTVIEILLE, Monaco.LARVOTTO), VehicleType.CAR, "en", false));
    }

    private void driven(EtaSchool school, int trips, int days, ToDoubleBiFunction<Grounds, Instant> truly) {
        for (int i = 0; i < trips; i++) {
            Grounds grounds = grounds(200 + random.nextInt(1_200), random.nextInt(8));
            Instant at = MONDAY.plusSeconds(random.nextLong(days * 86_400L));
            double noise = 1 + 0.08 * random.nextGaussian();
            school.note(new Trip(grounds, at, truly.applyAsDouble(grounds, at) * noise));
        }
    }

    private static double aLittleSlower(Grounds grounds, Instant at) {
        return 1.03 * Trip.seconds(grounds.byRoads());
    }

    private static double slowEveningsAndLefts(Grounds grounds, Instant at) {
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        boolean rests = at.atOffset(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.SUNDAY;
        double slow = hour >= 16 && !rests ? 1.6 : 1.2;
        return slow * Trip.seconds(grounds.byRoads()) + 6 * grounds.lefts();
    }

    private static Grounds grounds(int seconds, int lefts) {
        Duration time = Duration.ofSeconds(seconds);
        return new Grounds(
                time,
                time,
                time,
                null,
                8 * seconds,
                6 * seconds,
                10,
                lefts,
                3,
                0,
                0,
                1,
                0,
                seconds / 2,
                seconds / 2,
                0);
    }
}
