package hansom.edge.shape;

import hansom.contract.person.Sealed;
import hansom.contract.rating.Opinion;
import hansom.edge.person.PersonalTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody says of a ride. */
@Schema(name = "RatingRequest")
public record OpinionRequest(
        @NotNull @Min(1) @Max(5) @Schema(example = "5") Integer stars,
        @Size(max = 5) @Nullable Set<Opinion.Tag> tags,
        @Size(max = 500) @Nullable String comment) {

    public Opinion opinion(Object author, PersonalTexts texts) {
        @Nullable Sealed words = texts.sealIfAny(author, comment);
        return new Opinion(stars, Objects.requireNonNullElse(tags, Set.of()), words);
    }
}
