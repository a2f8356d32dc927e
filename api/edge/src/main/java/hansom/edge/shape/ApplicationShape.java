package hansom.edge.shape;

import hansom.contract.driver.DriverView;
import hansom.contract.driver.Paper;
import hansom.edge.person.PersonalTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A driver's application and standing: what is handed in, what is approved. Numbers show their last four signs. */
@Schema(name = "DriverApplication")
public record ApplicationShape(
        String driverId,
        @Nullable String phone,
        @Schema(example = "Ben") @Nullable String name,
        String language,
        @Nullable String avatar,
        DriverView.Standing standing,
        @Nullable String blockReason,
        List<DriverShape.Car> vehicles,
        List<PaperShape> papers,
        @Nullable String fleetId,
        @Schema(example = "••••4321") @Nullable String bankAccount,
        @Schema(example = "4.87") @Nullable Double rating,
        int ratings,
        Instant registeredAt,
        long version) {
    public ApplicationShape {
        vehicles = List.copyOf(vehicles);
        papers = List.copyOf(papers);
    }

    /** A paper and what an operator thinks of it. */
    @Schema(name = "Paper")
    public record PaperShape(
            Paper.Kind kind,
            @Nullable String vehicleId,
            @Schema(example = "••••0042") @Nullable String number,
            @Nullable String file,
            LocalDate validThrough,
            Paper.State state,

            @Schema(description = "Why it was rejected.") @Nullable
            String reason) {

        static PaperShape of(DriverView.PaperState state, PersonalTexts texts) {
            Paper paper = state.paper();
            return new PaperShape(
                    paper.kind(),
                    paper.vehicleId() == null ? null : paper.vehicleId().value(),
                    texts.hint(paper.number()),
                    paper.file(),
                    paper.validThrough(),
                    state.state(),
                    state.reason());
        }
    }

    /** With the phone number for the driver himself; operators do not need it to judge papers. */
    public static ApplicationShape of(DriverView driver, boolean own, PersonalTexts texts) {
        return new ApplicationShape(
                driver.driverId().value(),
                own ? texts.open(driver.phone()) : texts.hint(driver.phone()),
                texts.open(driver.name()),
                driver.language(),
                DriverShape.avatar(driver.avatarFile()),
                driver.standing(),
                driver.blockReason(),
                driver.vehicles().stream()
                        .map(vehicle -> DriverShape.Car.of(vehicle, texts))
                        .toList(),
                driver.papers().stream()
                        .map(paper -> PaperShape.of(paper, texts))
                        .toList(),
                driver.fleet() == null ? null : driver.fleet().fleetId().value(),
                texts.hint(driver.bankAccount()),
                DriverShape.stars(driver.rating()),
                driver.ratings(),
                driver.registeredAt(),
                driver.version());
    }
}
