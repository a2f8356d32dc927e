package hansom.edge.signin;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Signs people in who have a number that no telephone has; in the sandbox only. Beside the code that nobody needs to read, they sign in as anybody does. */
@Component
@Profile("sandbox")
public class SandboxPeople {
    /** A country code that is given to no country. */
    private static final String NOWHERE = "+999";

    private static final long NUMBERS = 10_000_000_000L;

    private final PhoneDirectory directory;
    private final Families families;
    private final AccessTokens accessTokens;
    private final SecureRandom random = new SecureRandom();

    SandboxPeople(PhoneDirectory directory, Families families, AccessTokens accessTokens) {
        this.directory = directory;
        this.families = families;
        this.accessTokens = accessTokens;
    }

    /** Somebody who has just signed in. */
    public record Person(String id, String phone, String accessToken, String refreshToken) {}

    /** A new rider or driver, registered and signed in on this device; the issuer is this service's address. */
    public Person enter(Role role, String device, String issuer) {
        PhoneNumber phone = unusedNumber(role);
        String person = directory.enter(phone, role, Locale.ENGLISH);
        Rotation.Turned signedIn =
                families.open("fam_" + AccessTokens.newId(), person, Set.of(role), Clients.APP, device, "sandbox run");
        String token = accessTokens.of(signedIn.family(), issuer).getTokenValue();
        return new Person(person, phone.digits(), token, signedIn.token());
    }

    private PhoneNumber unusedNumber(Role role) {
        PhoneNumber phone;
        do phone = new PhoneNumber(NOWHERE + "%010d".formatted(random.nextLong(NUMBERS)));
        while (directory.find(phone, role).isPresent());
        return phone;
    }
}
