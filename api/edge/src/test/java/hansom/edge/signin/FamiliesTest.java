package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.edge.testing.Door;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Sign-ins and their refresh tokens, by a clock that the test moves. */
class FamiliesTest {
    private static volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static Door door;

    private final Families families = door.bean(Families.class);
    private final String family = "fam_" + UUID.randomUUID();
    private final String anna = "rid_" + UUID.randomUUID();

    static class Time {
        @Bean
        @Primary
        RealClock movedByTheTest() {
            return new RealClock(new Moved());
        }
    }

    private static final class Moved extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeAll
    static void open() {
        door = Door.open(Time.class);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void givesTheSameSuccessorForHalfAMinuteThenEndsTheFamily() {
        String first = opened("phone").token();
        String second = turned(first).token();
        now = now.plusSeconds(30);
        assertThat(turned(first).token()).isEqualTo(second);
        now = now.plusSeconds(1);
        assertThat(families.rotate(first, "phone")).isEqualTo(new Rotation.Reused(family));
        assertThat(families.rotate(second, "phone")).isEqualTo(new Rotation.Unknown());
        assertThat(door.bean(Revocations.class).revoked(family, "any")).isTrue();
    }

    @Test
    void countsTheHalfMinuteFromTheFirstUse() {
        String first = opened("phone").token();
        turned(first);
        now = now.plusSeconds(20);
        turned(first);
        now = now.plusSeconds(20);
        assertThat(families.rotate(first, "phone")).isInstanceOf(Rotation.Reused.class);
    }

    @Test
    void agreesOnOneSuccessorWhenManyAskAtOnce() {
        String first = opened("phone").token();
        var all = IntStream.range(0, 12)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> turned(first).token()))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void endsWhatWasOpenOnTheSameDeviceAndLeavesTheOthers() {
        Rotation.Turned tablet =
                families.open("fam_" + UUID.randomUUID(), anna, Set.of(Role.RIDER), "app", "tablet", "");
        Rotation.Turned before = opened("phone");
        families.open("fam_" + UUID.randomUUID(), anna, Set.of(Role.RIDER), "app", "phone", "");
        assertThat(families.rotate(before.token(), "phone")).isEqualTo(new Rotation.Unknown());
        assertThat(families.rotate(tablet.token(), "tablet")).isInstanceOf(Rotation.Turned.class);
        assertThat(families.living(anna)).hasSize(2);
    }

    @Test
    void forgetsAPhoneThatStaysAwayAndAnOperatorAfterHisShift() {
        String phone = opened("phone").token();
        Rotation.Turned office = families.open(
                "fam_" + UUID.randomUUID(), "opr_" + UUID.randomUUID(), Set.of(Role.OPERATOR), "console", "", "");
        now = now.plus(Duration.ofHours(11));
        String next = ((Rotation.Turned) families.rotate(office.token(), "")).token();
        now = now.plus(Duration.ofHours(2));
        assertThat(families.rotate(next, "")).isEqualTo(new Rotation.Unknown());
        now = now.plus(Duration.ofDays(59));
        String later = turned(phone).token();
        now = now.plus(Duration.ofDays(61));
        assertThat(families.rotate(later, "phone")).isEqualTo(new Rotation.Unknown());
    }

    private Rotation.Turned opened(String device) {
        return families.open(family, anna, Set.of(Role.RIDER), "app", device, "a phone");
    }

    private Rotation.Turned turned(String token) {
        return (Rotation.Turned) families.rotate(token, "phone");
    }
}
