package hansom.edge.developer;

import hansom.contract.driver.DriverCommand.ApproveDriver;
import hansom.contract.driver.DriverCommand.ApprovePaper;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverQuery.FindDriver;
import hansom.contract.driver.DriverView;
import hansom.contract.driver.DriverView.PaperState;
import hansom.contract.driver.Paper;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plays the office for developers of drivers' apps: approves what the calling driver has handed in; it exists in the sandbox only. */
@RestController
@Profile("sandbox")
@RequestMapping("/v1/sandbox/approval")
@Tag(name = "Developer")
final class SandboxOfficeController {
    private static final String OFFICE = "sandbox";

    private final Questions questions;
    private final Commands commands;

    SandboxOfficeController(Questions questions, Commands commands) {
        this.questions = questions;
        this.commands = commands;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have the calling driver approved",
            description =
                    "Approves each paper that is handed in, then the driver; min_version is that of the last thing handed in.")
    @Refuses({RefusalCode.PAPERS_INCOMPLETE, RefusalCode.DRIVER_UNKNOWN})
    Accepted approve(@RequestParam(name = "min_version", required = false) @Nullable Long minVersion, DriverId driver) {
        DriverView application = questions
                .fresh(minVersion, () -> questions.find(new FindDriver(driver), DriverView.class), DriverView::version)
                .orElseThrow(() -> new Refused(RefusalCode.DRIVER_UNKNOWN));
        for (PaperState filed : application.papers()) {
            if (filed.state() == Paper.State.HANDED_IN)
                commands.send(new ApprovePaper(
                        driver, filed.paper().kind(), filed.paper().vehicleId(), OFFICE));
        }
        return commands.accept(driver, new ApproveDriver(driver, OFFICE));
    }
}
