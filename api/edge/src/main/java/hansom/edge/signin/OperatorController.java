package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The office's people: the first makes himself by the code in the data folder, the others are invited. */
@RestController
@RequestMapping("/v1/ops")
class OperatorController {
    static final String NAME = "[A-Za-z0-9._-]{3,40}";
    static final int LEAST_PASSWORD = 12;

    private final SetupCodes codes;
    private final Operators operators;
    private final Families families;

    OperatorController(SetupCodes codes, Operators operators, Families families) {
        this.codes = codes;
        this.operators = operators;
        this.families = families;
    }

    /** Who one wants to be, with the code that allows it. */
    record SetupRequest(
            @NotBlank String code,

            @NotBlank @Pattern(regexp = NAME, message = "3 to 40 letters, digits, dots, dashes")
            String name,

            @NotBlank @Size(min = LEAST_PASSWORD, max = 200) String password) {}

    /** Shown once: the secret for the authenticator. */
    record SetupAnswer(String operatorId, String name, List<String> roles, String totpSecret, String otpauthUrl) {}

    /** For whom an invitation is. */
    record InviteRequest(@NotEmpty Set<String> roles) {}

    /** The code to hand over; it works once, for two days. */
    record Invitation(String code) {}

    /** One of the office's people. */
    record OperatorEntry(String operatorId, String name, List<String> roles, Instant madeAt, boolean disabled) {}

    /** All of them. */
    record OperatorList(List<OperatorEntry> operators) {}

    @PostMapping("/setup")
    @ResponseStatus(HttpStatus.CREATED)
    SetupAnswer setUp(@Valid @RequestBody SetupRequest request) {
        var welcome = codes.redeem(request.code().trim(), request.name(), request.password());
        var operator = welcome.operator();
        return new SetupAnswer(
                operator.id(),
                operator.name(),
                words(operator.roles()),
                welcome.totp().base32(),
                welcome.totp().url(operator.name()));
    }

    @PostMapping("/operators")
    @ResponseStatus(HttpStatus.CREATED)
    Invitation invite(@Valid @RequestBody InviteRequest request, Caller caller) {
        Set<Role> roles = request.roles().stream()
                .map(name -> Role.named(name)
                        .filter(Role::ofTheOffice)
                        .orElseThrow(() -> Refused.at("#/roles", "no such role: " + name)))
                .collect(Collectors.toSet());
        return new Invitation(codes.invite(roles, caller.subject()));
    }

    @GetMapping("/operators")
    OperatorList list() {
        return new OperatorList(operators.list().stream()
                .map(one -> new OperatorEntry(one.id(), one.name(), words(one.roles()), one.madeAt(), one.disabled()))
                .toList());
    }

    @DeleteMapping("/operators/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable String id, Caller caller) {
        if (caller.subject().equals(id)) throw new Refused(RefusalCode.FORBIDDEN, "nobody disables himself");
        if (operators.list().stream().noneMatch(one -> one.id().equals(id))) throw new Refused(RefusalCode.NOT_FOUND);
        operators.disable(id);
        families.endAll(id, "disabled");
    }

    private static List<String> words(Set<Role> roles) {
        return roles.stream().map(Role::wire).sorted().toList();
    }
}
