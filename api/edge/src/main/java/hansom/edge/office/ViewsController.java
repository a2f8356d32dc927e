package hansom.edge.office;

import hansom.contract.refusal.RefusalCode;
import hansom.contract.view.ViewQuery.ListViews;
import hansom.contract.view.ViewStates;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.ViewsShape;
import hansom.edge.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators see how the views stand, and have them rebuilt while they serve. */
@RestController
@RequestMapping("/v1/ops/views")
@Tag(name = "Office: views")
final class ViewsController {
    private final Commands commands;
    private final Questions questions;

    ViewsController(Commands commands, Questions questions) {
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
    ViewsShape rebuild(Caller caller, @Valid @RequestBody ViewsShape.Asked asked) {
        commands.send(asked.by(caller.subject()));
        return list();
    }
}
