package hansom.contract.payout;

import hansom.contract.id.Region;
import java.time.LocalDate;
import java.util.Locale;

/** Names a business day of a region, as {@code day_local_2026-11-24}. */
public record DayId(String value) {
    public static DayId of(Region region, LocalDate day) {
        return new DayId("day_%s_%s".formatted(region.name().toLowerCase(Locale.ROOT), day));
    }

    @Override
    public String toString() {
        return value;
    }
}
