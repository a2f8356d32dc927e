package hansom.edge.driver;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.contract.geo.PositionReports;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.PointShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where drivers are and were; late and repeated points are harmless. */
@RestController
@Tag(name = "Driver: shift")
final class PositionsController {
    private final PositionReports reports;

    PositionsController(PositionReports reports) {
        this.reports = reports;
    }

    /** Up to 200 positions at once, in any order. */
    @Schema(name = "PositionsRequest")
    record Positions(@NotEmpty @Size(max = 200) List<@NotNull @Valid Fix> positions) {}

    /** One measured position. */
    @Schema(name = "Position")
    record Fix(
            @Schema(example = "43.7384") @NotNull @DecimalMin("-90") @DecimalMax("90")
            Double lat,

            @Schema(example = "7.4246") @NotNull @DecimalMin("-180") @DecimalMax("180")
            Double lng,

            @NotNull Instant at,

            @Schema(description = "Degrees clockwise from north.") @Min(0) @Max(360) @Nullable
            Integer heading,

            @Schema(description = "Metres a second.") @DecimalMin("0") @DecimalMax("100") @Nullable
            Double speed) {
        Fix {
            if (lat != null && lng != null) new PointShape(lat, lng);
        }
    }

    @PostMapping("/v1/driver/positions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Report positions", description = "For bad networks; the socket takes them as well.")
    @Refuses(RefusalCode.COORDINATES_SWAPPED)
    void report(DriverId driver, @Valid @RequestBody Positions positions) {
        reports.reportAll(positions.positions().stream()
                .map(fix -> new DriverPosition(
                        driver,
                        new Point(fix.lat(), fix.lng()),
                        fix.at(),
                        fix.heading() == null ? null : fix.heading() % 360,
                        fix.speed()))
                .toList());
    }
}
