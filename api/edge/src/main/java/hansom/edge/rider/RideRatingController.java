package hansom.edge.rider;

import hansom.contract.order.OrderId;
import hansom.contract.rating.RatingCommand.RateDriver;
import hansom.contract.rating.RatingId;
import hansom.contract.rating.RatingQuery.FindRating;
import hansom.contract.rating.RatingView;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.idempotency.Idempotent;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.OpinionRequest;
import hansom.edge.shape.RatingShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a rider says of a ride. */
@RestController
@RequestMapping("/v1/orders/{id}/rating")
@Tag(name = "Rider: orders")
final class RideRatingController {
    private final Commands commands;
    private final Questions questions;
    private final PersonalTexts texts;

    RideRatingController(Commands commands, Questions questions, PersonalTexts texts) {
        this.commands = commands;
        this.questions = questions;
        this.texts = texts;
    }

    @GetMapping
    @Operation(summary = "The ride's rating", description = "The other side's opinion comes once it is revealed.")
    @Refuses({RefusalCode.RATING_NOT_OPEN, RefusalCode.VIEW_BEHIND})
    RatingShape rating(
            RiderId rider,
            @PathVariable OrderId id,
            @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        RatingId rating = RatingId.of(id);
        return questions
                .fresh(
                        minVersion,
                        () -> questions
                                .find(new FindRating(rating), RatingView.class)
                                .filter(view -> view.riderId().equals(rider)),
                        RatingView::version)
                .map(view -> RatingShape.of(view, rider.value(), texts))
                .orElseThrow(() -> new Refused(RefusalCode.RATING_NOT_OPEN));
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Rate the driver")
    @Refuses({RefusalCode.RATING_NOT_OPEN, RefusalCode.RATING_ALREADY_GIVEN, RefusalCode.NOT_FOUND})
    Accepted rate(RiderId rider, @PathVariable OrderId id, @Valid @RequestBody OpinionRequest opinion) {
        RatingId rating = RatingId.of(id);
        return commands.accept(rating, new RateDriver(rating, rider, opinion.opinion(rider, texts)));
    }
}
