package hansom.edge.rider;

import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.ContactId;
import hansom.contract.rider.RiderCommand.AddContact;
import hansom.contract.rider.RiderCommand.RemoveContact;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderView;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom to tell in an emergency. */
@RestController
@RequestMapping("/v1/contacts")
@Tag(name = "Rider: me")
final class ContactsController {
    private final Commands commands;
    private final Riders riders;
    private final PersonalTexts texts;

    ContactsController(Commands commands, Riders riders, PersonalTexts texts) {
        this.commands = commands;
        this.riders = riders;
        this.texts = texts;
    }

    /** Somebody to be told. */
    @Schema(name = "AddContactRequest")
    record Adding(
            @NotBlank @Size(max = 100) @Schema(example = "Marie")
            String name,

            @NotNull @Pattern(regexp = "\\+[1-9]\\d{6,14}") @Schema(example = "+37799900002")
            String phone) {}

    /** All contacts; {@code version} is that of the rider's page. */
    @Schema(name = "Contacts")
    record Contacts(List<One> contacts, long version) {
        Contacts {
            contacts = List.copyOf(contacts);
        }
    }

    /** One contact. */
    @Schema(name = "Contact")
    record One(
            String contactId,
            @Nullable String name,
            @Nullable String phone) {}

    @GetMapping
    @Operation(summary = "Emergency contacts")
    @Refuses({RefusalCode.RIDER_UNKNOWN, RefusalCode.VIEW_BEHIND})
    Contacts list(RiderId rider, @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        RiderView view = riders.rider(rider, minVersion);
        return new Contacts(
                view.contacts().stream()
                        .map(contact -> new One(
                                contact.contactId().value(), texts.open(contact.name()), texts.open(contact.phone())))
                        .toList(),
                view.version());
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Add a contact", description = "The app makes the id: ctc_ and a UUID.")
    @Refuses({RefusalCode.RIDER_UNKNOWN, RefusalCode.TOO_MANY})
    Accepted add(RiderId rider, @PathVariable ContactId id, @Valid @RequestBody Adding contact) {
        return commands.accept(
                rider,
                new AddContact(
                        rider, id, texts.seal(rider, contact.name().strip()), texts.seal(rider, contact.phone())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Remove a contact")
    @Refuses(RefusalCode.RIDER_UNKNOWN)
    Accepted remove(RiderId rider, @PathVariable ContactId id) {
        return commands.accept(rider, new RemoveContact(rider, id));
    }
}
