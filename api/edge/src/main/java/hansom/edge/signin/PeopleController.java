package hansom.edge.signin;

import hansom.edge.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Finds people by the phone number that they name on the telephone; the number is in no address and in no log. */
@RestController
@Tag(name = "Office: people")
final class PeopleController {
    private static final Logger LOG = LoggerFactory.getLogger(PeopleController.class);

    private final PhoneDirectory directory;

    PeopleController(PhoneDirectory directory) {
        this.directory = directory;
    }

    /** Whose number. */
    @Schema(name = "FindPeopleRequest")
    record Telephoned(
            @NotBlank @Schema(example = "+37799900001") String phone) {}

    /** The rider and the driver with this number, as far as there are any. */
    @Schema(name = "FoundPeople")
    record Found(
            @Schema(example = "rid_01935d2a-0000-7000-8000-000000000002") @Nullable
            String riderId,

            @Schema(example = "drv_01935d2a-0000-7000-8000-000000000001") @Nullable
            String driverId) {}

    @PostMapping("/v1/ops/people/find")
    @Operation(summary = "Who has this phone number")
    Found find(Caller caller, @Valid @RequestBody Telephoned person) {
        PhoneNumber phone =
                PhoneNumber.of(person.phone()).orElseThrow(() -> Refused.at("#/phone", "is not like +79161234567"));
        LOG.info("{} looks a person up by phone number", caller.subject());
        return new Found(
                directory.find(phone, Role.RIDER).orElse(null),
                directory.find(phone, Role.DRIVER).orElse(null));
    }
}
