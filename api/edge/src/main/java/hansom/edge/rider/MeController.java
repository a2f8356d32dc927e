package hansom.edge.rider;

import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderCommand.ChangeRiderProfile;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderView;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.person.Avatars;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
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

/** The rider's own page. */
@RestController
@RequestMapping("/v1/me")
@Tag(name = "Rider: me")
final class MeController {
    private final Commands commands;
    private final Riders riders;
    private final PersonalTexts texts;
    private final Avatars avatars;

    MeController(Commands commands, Riders riders, PersonalTexts texts, Avatars avatars) {
        this.commands = commands;
        this.riders = riders;
        this.texts = texts;
        this.avatars = avatars;
    }

    /** What shall be otherwise; what is left out stays. */
    @Schema(name = "ChangeRiderRequest")
    record Change(
            @Size(min = 1, max = 100) @Nullable String name,
            @Email @Size(max = 200) @Nullable String email,
            @Pattern(regexp = "ru|en") @Nullable String language) {}

    @GetMapping
    @Operation(summary = "Who I am")
    @Refuses({RefusalCode.RIDER_UNKNOWN, RefusalCode.VIEW_BEHIND})
    RiderShape me(RiderId rider, @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        return RiderShape.of(riders.rider(rider, minVersion), texts);
    }

    @PatchMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Change name, e-mail or language")
    @Refuses(RefusalCode.RIDER_UNKNOWN)
    Accepted change(RiderId rider, @Valid @RequestBody Change change) {
        RiderView known = riders.rider(rider, null);
        return commands.accept(
                rider,
                new ChangeRiderProfile(
                        rider,
                        change.name() == null ? known.name() : texts.sealIfAny(rider, change.name()),
                        change.email() == null ? known.email() : texts.sealIfAny(rider, change.email()),
                        Objects.requireNonNullElse(change.language(), known.language()),
                        known.avatarFile()));
    }

    @PutMapping(
            value = "/avatar",
            consumes = {"image/png", "image/jpeg", "image/webp", "image/gif"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "A new picture", description = "Cut square and kept as 200×200 WebP.")
    @Refuses({RefusalCode.RIDER_UNKNOWN, RefusalCode.BODY_TOO_LARGE, RefusalCode.UNSUPPORTED_MEDIA_TYPE})
    Accepted avatar(RiderId rider, @RequestBody byte[] picture) {
        RiderView known = riders.rider(rider, null);
        String file = avatars.keep(rider, picture);
        return commands.accept(
                rider, new ChangeRiderProfile(rider, known.name(), known.email(), known.language(), file));
    }
}
