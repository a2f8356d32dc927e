package hansom.edge.developer;

import hansom.contract.refusal.RefusalCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every reason for a "no". */
@RestController
@Tag(name = "Developer")
final class ProblemsController {

    /** All codes. */
    @Schema(name = "ProblemTable")
    record Table(List<Row> problems) {
        Table {
            problems = List.copyOf(problems);
        }
    }

    /** One code: what it means and what the app should do. */
    @Schema(name = "ProblemRow")
    record Row(
            @Schema(example = "offer_expired") String code,
            @Schema(example = "409") int status,
            boolean retryable,
            String meaning,
            String advice) {}

    @GetMapping("/v1/problems")
    @SecurityRequirements
    @Operation(summary = "Every code that a problem may bear, and what to do about it")
    Table problems() {
        return new Table(Arrays.stream(RefusalCode.values())
                .map(code -> new Row(
                        code.wire(), code.kind().status(), code.kind().retryable(), code.meaning(), code.advice()))
                .toList());
    }
}
