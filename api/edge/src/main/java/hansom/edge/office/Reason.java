package hansom.edge.office;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an operator does something; kept with what he does. */
@Schema(name = "Reason")
record Reason(
        @NotBlank @Size(max = 500) @Schema(example = "the insurance has run out")
        String reason) {}
