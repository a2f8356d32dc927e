package hansom.edge.developer;

import hansom.contract.refusal.RefusalCode;
import hansom.contract.view.ViewQuery.ListViews;
import hansom.contract.view.ViewStates;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.ViewsShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plays the operator who looks at the views and has them rebuilt, for {@code ./rebuild}; it exists in the sandbox only. */
@RestController
@Profile("sandbox")
@RequestMapping("/v1/sandbox/views")
@Tag(name = "Developer")
final class SandboxViewsController {
    private static final String OPERATOR = "sandbox";

    private final Commands commands;
    private final Questions questions;

    SandboxViewsController(Commands commands, Questions questions) {
        this.commands = commands;
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Every view: its generation, its lag, its rebuild")
    ViewsShape list() {
        return ViewsShape.of(questions.get(new ListViews(), ViewStates.class));
    }

    @PostMapping("/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Rebuild views from the stored events while they serve",
            description =
                    "A new generation of rows is filled beside the living one, held against it, and answers from then on. Look at the list for how it goes.")
    @Refuses({RefusalCode.VIEW_UNKNOWN, RefusalCode.REBUILD_RUNNING})
    ViewsShape rebuild(@Valid @RequestBody ViewsShape.Asked asked) {
        commands.send(asked.by(OPERATOR), OPERATOR);
        return list();
    }
}
