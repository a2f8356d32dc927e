package hansom.city.life;

import hansom.city.chance.Chance;
import hansom.city.phone.Diary;
import hansom.city.phone.Door;
import hansom.city.phone.Session;
import hansom.city.phone.Tally;
import hansom.city.phone.Tempo;
import hansom.city.street.PlaceBook;
import hansom.city.street.Streets;
import hansom.city.truth.Truth;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** All that a person of the city has around him; through the entrance not everybody comes at once. */
public record Surroundings(
        Chance seed,
        Tempo tempo,
        Streets streets,
        PlaceBook places,
        Truth truth,
        Kerbside kerbside,
        Daylight daylight,
        Semaphore entrance,
        Door door,
        String live,
        Tally tally,
        @Nullable Path diaries) {

    /** The phone of one of many; the number follows from the seed, so that it is the same in every run. */
    public Session phone(String role, int number) {
        int roleDigit = role.equals("driver") ? 2 : 1;
        String phone = "+888%d%05d%05d".formatted(roleDigit, seed.below("numbers", 100_000), number);
        return new Session(door, live, phone, role, Diary.of(diaries, phone, role));
    }
}
