package hansom.edge.rider;

import hansom.contract.geo.Point;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderCommand.ForgetPlace;
import hansom.contract.rider.RiderCommand.SavePlace;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderView;
import hansom.contract.rider.SavedPlaceId;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.PointShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Places a rider has named: home, work. */
@RestController
@RequestMapping("/v1/saved-places")
@Tag(name = "Rider: me")
final class SavedPlacesController {
    private final Commands commands;
    private final Riders riders;
    private final PersonalTexts texts;

    SavedPlacesController(Commands commands, Riders riders, PersonalTexts texts) {
        this.commands = commands;
        this.riders = riders;
        this.texts = texts;
    }

    /** A place to be kept. */
    @Schema(name = "SavePlaceRequest")
    record Saving(
            @NotBlank @Size(max = 60) @Schema(example = "Home")
            String label,

            @NotBlank @Size(max = 300) @Schema(example = "Avenue de la Costa 2")
            String address,

            @NotNull @DecimalMin("-90") @DecimalMax("90") @Schema(example = "43.7384")
            Double lat,

            @NotNull @DecimalMin("-180") @DecimalMax("180") @Schema(example = "7.4246")
            Double lng) {
        Saving {
            if (lat != null && lng != null) new PointShape(lat, lng);
        }
    }

    /** The kept places; {@code version} is that of the rider's page. */
    @Schema(name = "SavedPlaces")
    record Saved(List<One> places, long version) {
        Saved {
            places = List.copyOf(places);
        }
    }

    /** One kept place. */
    @Schema(name = "SavedPlace")
    record One(
            String placeId,
            @Nullable String label,
            @Nullable String address,
            double lat,
            double lng) {}

    @GetMapping
    @Operation(summary = "The rider's places")
    @Refuses({RefusalCode.RIDER_UNKNOWN, RefusalCode.VIEW_BEHIND})
    Saved list(RiderId rider, @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        RiderView view = riders.rider(rider, minVersion);
        return new Saved(
                view.places().stream()
                        .map(place -> new One(
                                place.placeId().value(),
                                texts.open(place.label()),
                                texts.open(place.address()),
                                place.point().lat(),
                                place.point().lng()))
                        .toList(),
                view.version());
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Keep a place, or change the one with this id",
            description = "The app makes the id: plc_ and a UUID.")
    @Refuses({RefusalCode.RIDER_UNKNOWN, RefusalCode.TOO_MANY, RefusalCode.COORDINATES_SWAPPED})
    Accepted save(RiderId rider, @PathVariable SavedPlaceId id, @Valid @RequestBody Saving place) {
        return commands.accept(
                rider,
                new SavePlace(
                        rider,
                        id,
                        texts.seal(rider, place.label().strip()),
                        texts.seal(rider, place.address().strip()),
                        new Point(place.lat(), place.lng())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Forget a place")
    @Refuses(RefusalCode.RIDER_UNKNOWN)
    Accepted forget(RiderId rider, @PathVariable SavedPlaceId id) {
        return commands.accept(rider, new ForgetPlace(rider, id));
    }
}
