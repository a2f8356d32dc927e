package hansom.contract.driver;

import hansom.contract.person.Sealed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A driver's application and standing: what is handed in, what is approved, what is missing; {@code approved} tells whether an operator has
 * let him drive, blocked or not.
 */
public record DriverView(
        DriverId driverId,
        Sealed phone,
        @Nullable Sealed name,
        String language,
        @Nullable String avatarFile,
        Standing standing,
        boolean approved,
        @Nullable String blockReason,
        List<Vehicle> vehicles,
        List<PaperState> papers,
        @Nullable Fleet fleet,
        @Nullable Sealed bankAccount,
        @Nullable String bankToken,
        @Nullable Integer rating,
        int ratings,
        Instant registeredAt,
        long version) {
    public DriverView {
        vehicles = List.copyOf(vehicles);
        papers = List.copyOf(papers);
    }

    /** Whether a driver may drive. */
    public enum Standing {
        APPLYING,
        APPROVED,
        BLOCKED
    }

    /** A paper and what an operator thinks of it. */
    public record PaperState(
            Paper paper, Paper.State state, @Nullable String reason) {}
}
