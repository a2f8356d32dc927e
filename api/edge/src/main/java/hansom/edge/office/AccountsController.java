package hansom.edge.office;

import hansom.contract.payment.PaymentQuery.FindPurse;
import hansom.contract.payment.PurseCommand.ChangeMembers;
import hansom.contract.payment.PurseCommand.OpenAccount;
import hansom.contract.payment.PurseId;
import hansom.contract.payment.PurseView;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.MoneyShape;
import hansom.edge.shape.PurseShape;
import hansom.edge.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Companies' accounts, from which their people ride on credit up to a limit. */
@RestController
@RequestMapping("/v1/ops/accounts/{id}")
@Tag(name = "Office: money")
final class AccountsController {
    private final Commands commands;
    private final Questions questions;

    AccountsController(Commands commands, Questions questions) {
        this.commands = commands;
        this.questions = questions;
    }

    /** Whose account, how far it may fall below zero, and who rides on it. */
    @Schema(name = "OpenAccountRequest")
    record Opening(
            @NotBlank @Size(max = 100) @Schema(example = "Port de Monaco")
            String company,

            @NotNull @Valid MoneyShape limit,
            @NotNull @Size(max = 1000) Set<RiderId> members) {}

    /** Who rides on the account from now on. */
    @Schema(name = "AccountMembersRequest")
    record Members(@NotNull @Size(max = 1000) Set<RiderId> members) {}

    @GetMapping
    @Operation(summary = "A company's account")
    @Refuses({RefusalCode.PURSE_UNKNOWN, RefusalCode.VIEW_BEHIND})
    PurseShape account(
            @PathVariable PurseId id, @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        return questions
                .fresh(minVersion, () -> questions.find(new FindPurse(id), PurseView.class), PurseView::version)
                .map(view -> PurseShape.of(view, true))
                .orElseThrow(() -> new Refused(RefusalCode.PURSE_UNKNOWN));
    }

    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Open a company's account", description = "The console makes the id: prs_ and a UUID.")
    @Refuses({RefusalCode.AMOUNT_INVALID, RefusalCode.IDEMPOTENCY_KEY_REUSED})
    Accepted open(Caller caller, @PathVariable PurseId id, @Valid @RequestBody Opening opening) {
        return commands.accept(
                id,
                new OpenAccount(
                        id, opening.company().strip(), opening.limit().money(), opening.members(), caller.subject()));
    }

    @PutMapping("/members")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Change who rides on the account")
    @Refuses(RefusalCode.PURSE_UNKNOWN)
    Accepted members(Caller caller, @PathVariable PurseId id, @Valid @RequestBody Members members) {
        return commands.accept(id, new ChangeMembers(id, members.members(), caller.subject()));
    }
}
