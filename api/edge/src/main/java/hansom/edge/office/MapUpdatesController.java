package hansom.edge.office;

import hansom.contract.geo.GeoQuery.DescribeMap;
import hansom.contract.geo.GeoQuery.FindMapUpdate;
import hansom.contract.geo.MapInfo;
import hansom.contract.geo.MapUpdate;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.MapUpdateShape;
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

/** Operators have the map updated while it is served, and see how it goes. */
@RestController
@RequestMapping("/v1/ops/map-updates")
@Tag(name = "Office: map")
final class MapUpdatesController {
    private final Commands commands;
    private final Questions questions;

    MapUpdatesController(Commands commands, Questions questions) {
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
    MapUpdateShape update(Caller caller, @Valid @RequestBody MapUpdateShape.Asked asked) {
        commands.send(asked.by(caller.subject()));
        return show();
    }
}
