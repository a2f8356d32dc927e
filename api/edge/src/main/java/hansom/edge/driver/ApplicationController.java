package hansom.edge.driver;

import hansom.contract.driver.DriverCommand.ChangeDriverProfile;
import hansom.contract.driver.DriverCommand.NameBankAccount;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverView;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.person.Avatars;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.ApplicationShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A driver's own page: application, profile, where payouts go. */
@RestController
@RequestMapping("/v1/driver")
@Tag(name = "Driver: application")
final class ApplicationController {
    private final Commands commands;
    private final Drivers drivers;
    private final PersonalTexts texts;
    private final Avatars avatars;

    ApplicationController(Commands commands, Drivers drivers, PersonalTexts texts, Avatars avatars) {
        this.commands = commands;
        this.drivers = drivers;
        this.texts = texts;
        this.avatars = avatars;
    }

    /** What shall be otherwise; what is left out stays. The first change must bring a name. */
    @Schema(name = "ChangeDriverRequest")
    record Change(
            @Size(min = 1, max = 100) @Schema(example = "Ben") @Nullable
            String name,

            @Pattern(regexp = "ru|en") @Nullable String language) {}

    /** Where payouts go. */
    @Schema(name = "BankAccountRequest")
    record BankAccount(
            @NotBlank @Size(max = 64) @Schema(example = "MC5811222000010123456789030")
            String account,

            @NotBlank @Size(max = 200) @Schema(description = "The bank's token for it.", example = "bank_ok")
            String bankToken) {}

    @GetMapping("/application")
    @Operation(summary = "The driver's application: profile, vehicles, papers and their states")
    @Refuses({RefusalCode.DRIVER_UNKNOWN, RefusalCode.VIEW_BEHIND})
    ApplicationShape application(
            DriverId driver, @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        return ApplicationShape.of(drivers.driver(driver, minVersion), true, texts);
    }

    @PatchMapping("/application")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Change name or language")
    @Refuses(RefusalCode.DRIVER_UNKNOWN)
    Accepted change(DriverId driver, @Valid @RequestBody Change change) {
        DriverView known = drivers.driver(driver, null);
        var name = change.name() == null
                ? known.name()
                : texts.seal(driver, change.name().strip());
        if (name == null) throw Refused.at("#/name", "is missing");
        return commands.accept(
                driver,
                new ChangeDriverProfile(
                        driver,
                        name,
                        Objects.requireNonNullElse(change.language(), known.language()),
                        known.avatarFile()));
    }

    @PutMapping(
            value = "/avatar",
            consumes = {"image/png", "image/jpeg", "image/webp", "image/gif"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "A new picture", description = "Cut square and kept as 200×200 WebP; the name must be known.")
    @Refuses({RefusalCode.DRIVER_UNKNOWN, RefusalCode.BODY_TOO_LARGE, RefusalCode.UNSUPPORTED_MEDIA_TYPE})
    Accepted avatar(DriverId driver, @RequestBody byte[] picture) {
        DriverView known = drivers.driver(driver, null);
        if (known.name() == null) throw new Refused(RefusalCode.INVALID_REQUEST, "give a name first");
        return commands.accept(
                driver, new ChangeDriverProfile(driver, known.name(), known.language(), avatars.keep(driver, picture)));
    }

    @PutMapping("/bank-account")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Name the account that payouts go to")
    @Refuses(RefusalCode.DRIVER_UNKNOWN)
    Accepted bankAccount(DriverId driver, @Valid @RequestBody BankAccount account) {
        return commands.accept(
                driver,
                new NameBankAccount(driver, texts.seal(driver, account.account().strip()), account.bankToken()));
    }
}
