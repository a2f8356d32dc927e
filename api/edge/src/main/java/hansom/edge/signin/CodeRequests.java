package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Sends phone codes, so many for a number and so many for an address: neither a stranger's phone nor our bill is to be flooded. */
@Component
class CodeRequests {
    private static final Limits.Window BY_NUMBER = new Limits.Window("codes-number", 5, Duration.ofMinutes(10));
    private static final Limits.Window BY_NUMBER_AND_DAY =
            new Limits.Window("codes-number-day", 20, Duration.ofDays(1));

    private final PhoneCodes codes;
    private final Limits limits;
    private final Limits.Window byAddress;

    CodeRequests(
            PhoneCodes codes,
            Limits limits,
            Environment environment,
            @Value("${hansom.limits.codes-per-address:0}") int perAddress) {
        this.codes = codes;
        this.limits = limits;
        boolean sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        int most = perAddress > 0 ? perAddress : sandbox ? 20_000 : 30;
        this.byAddress = new Limits.Window("codes-address", most, Duration.ofMinutes(10));
    }

    void send(PhoneNumber phone, String address, Locale language) {
        count(byAddress, address);
        count(BY_NUMBER, codes.name(phone));
        count(BY_NUMBER_AND_DAY, codes.name(phone));
        codes.send(phone, language);
    }

    private void count(Limits.Window window, String who) {
        Limits.Standing standing = limits.count(window, who);
        if (standing.over())
            throw new Refused(RefusalCode.RATE_LIMITED, "again in %d seconds".formatted(standing.resetSeconds()))
                    .after(standing.reset());
    }
}
