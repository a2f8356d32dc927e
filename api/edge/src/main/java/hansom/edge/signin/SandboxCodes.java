package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the code that would have gone to a phone. In the sandbox only. */
@RestController
@Profile("sandbox")
class SandboxCodes {
    private final SandboxOutbox outbox;

    SandboxCodes(SandboxOutbox outbox) {
        this.outbox = outbox;
    }

    /** The last code sent to a number. */
    record Sent(String phone, String code) {}

    @GetMapping("/v1/sandbox/codes")
    Sent last(@RequestParam String phone) {
        // A plus sign in a query that was not escaped arrives as a blank.
        PhoneNumber number = PhoneNumber.of(phone.startsWith(" ") ? "+" + phone.substring(1) : phone)
                .orElseThrow(() -> new Refused(RefusalCode.INVALID_REQUEST, "phone is not like +79161234567"));
        return outbox.last(number)
                .map(code -> new Sent(number.digits(), code))
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "no code was sent in the last two minutes"));
    }
}
