package hansom.edge.rider;

import hansom.contract.geo.GeoQuery.ReversePlace;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.GeoQuery.SuggestPlaces;
import hansom.contract.geo.Places;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Languages;
import hansom.edge.ask.Near;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.PlaceShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses and points: as one types, for a whole text, and back. */
@RestController
@RequestMapping("/v1/places")
@Tag(name = "Rider: places")
final class PlacesController {
    private final Questions questions;

    PlacesController(Questions questions) {
        this.questions = questions;
    }

    /** Places, best first. */
    @Schema(name = "Places")
    record Found(List<PlaceShape> places) {
        Found {
            places = List.copyOf(places);
        }

        static Found of(Places places) {
            return new Found(places.places().stream().map(PlaceShape::of).toList());
        }
    }

    @GetMapping("/suggest")
    @Operation(summary = "Places whose name begins like the text, near ones first")
    @Refuses({RefusalCode.COORDINATES_SWAPPED})
    Found suggest(
            @RequestParam @NotBlank @Size(max = 200) @Parameter(example = "avenue de la co") String q,
            @RequestParam(required = false) @Parameter(example = "43.7384,7.4246") @Nullable String near,
            @RequestParam(defaultValue = "8") @Min(1) @Max(20) int limit,
            Locale locale) {
        return Found.of(questions.get(
                new SuggestPlaces(q, Near.pointIfAny("near", near), Languages.of(locale), limit), Places.class));
    }

    @GetMapping("/search")
    @Operation(summary = "Places that the whole text means")
    @Refuses({RefusalCode.COORDINATES_SWAPPED})
    Found search(
            @RequestParam @NotBlank @Size(max = 200) @Parameter(example = "Casino de Monte-Carlo") String q,
            @RequestParam(required = false) @Parameter(example = "43.7384,7.4246") @Nullable String near,
            @RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit,
            Locale locale) {
        return Found.of(questions.get(
                new SearchPlaces(q, Near.pointIfAny("near", near), Languages.of(locale), limit), Places.class));
    }

    @GetMapping("/reverse")
    @Operation(summary = "What is at a point")
    @Refuses({RefusalCode.COORDINATES_SWAPPED})
    Found reverse(
            @RequestParam @Parameter(example = "43.7384,7.4246") String at,
            @RequestParam(name = "accuracy_metres", defaultValue = "20") @DecimalMin("0") @DecimalMax("5000")
                    double accuracyMetres,
            Locale locale) {
        return Found.of(questions.get(
                new ReversePlace(Near.point("at", at), accuracyMetres, Languages.of(locale)), Places.class));
    }
}
