package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Languages;
import hansom.edge.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking for a phone code, and where one is signed in. */
@RestController
@RequestMapping("/v1")
class SigninController {
    private final CodeRequests requests;
    private final Families families;

    SigninController(CodeRequests requests, Families families) {
        this.requests = requests;
        this.families = families;
    }

    /** A phone that wants a code; the role is only said at the token endpoint, here it changes nothing. */
    record CodeRequest(
            @NotBlank String phone,

            @Nullable @Pattern(regexp = "rider|driver", message = "is rider or driver")
            String role) {}

    /** How long to wait for the code, and how long it holds. */
    record CodeAnswer(int expiresIn, int digits) {}

    /** One device on which the caller is signed in. */
    record Device(String id, String device, String name, Instant signedInAt, Instant seenAt, boolean current) {}

    /** All of them. */
    record Devices(List<Device> devices) {}

    @PostMapping("/signin/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CodeAnswer code(@Valid @RequestBody CodeRequest request, HttpServletRequest call) {
        PhoneNumber phone =
                PhoneNumber.of(request.phone()).orElseThrow(() -> Refused.at("#/phone", "is not like +79161234567"));
        requests.send(phone, call.getRemoteAddr(), Languages.of(call));
        return new CodeAnswer(120, 6);
    }

    @PostMapping("/signin/out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller caller) {
        if (caller.family() != null) families.end(caller.family(), "signed_out");
    }

    @GetMapping("/me/devices")
    Devices devices(Caller caller) {
        return new Devices(families.living(caller.subject()).stream()
                .map(family -> new Device(
                        family.id(),
                        family.device(),
                        family.deviceName(),
                        family.startedAt(),
                        family.seenAt(),
                        family.id().equals(caller.family())))
                .toList());
    }

    @DeleteMapping("/me/devices/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String id, Caller caller) {
        Family family = families.find(id)
                .filter(one -> Objects.equals(one.person(), caller.subject()))
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
        families.end(family.id(), "device_removed");
    }
}
