package hansom.edge.developer;

import hansom.contract.geo.GeoQuery.DescribeMap;
import hansom.contract.geo.GeoQuery.FindMapUpdate;
import hansom.contract.geo.MapInfo;
import hansom.contract.geo.MapUpdate;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.MapUpdateShape;
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

/** Plays the operator who has the map updated; it exists in the sandbox only. */
@RestController
@Profile("sandbox")
@RequestMapping("/v1/sandbox/map-updates")
@Tag(name = "Developer")
final class SandboxMapController {
    private static final String OPERATOR = "sandbox";

    private final Commands commands;
    private final Questions questions;

    SandboxMapController(Commands commands, Questions questions) {
        this.commands = commands;
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "The map that is served, and its update")
    MapUpdateShape show() {
        return MapUpdateShape.of(
                questions.get(new DescribeMap(), MapInfo.class),
                questions.find(new FindMapUpdate(), MapUpdate.class).orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Go over to another extract of the map while the node serves",
            description = MapUpdateShape.HOW)
    @Refuses({RefusalCode.MAP_FILE_UNKNOWN, RefusalCode.MAP_UPDATE_RUNNING})
    MapUpdateShape update(@Valid @RequestBody MapUpdateShape.Asked asked) {
        commands.send(asked.by(OPERATOR), OPERATOR);
        return show();
    }
}
