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
    private static final int DAY_OF_TEN_MINUTES = 4;

    private final PhoneCodes codes;
    private final Limits limits;
    private final Limits.Window byAddress;
    private final Limits.Window byNumber;
    private final Limits.Window byNumberAndDay;

    CodeRequests(
            PhoneCodes codes,
            Limits limits,
            Environment environment,
            @Value("${hansom.limits.codes-per-address:0}") int perAddress,
            @Value("${hansom.limits.codes-per-number:0}") int perNumber) {
        this.codes = codes;
        this.limits = limits;
        boolean sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        int most = perAddress > 0 ? perAddress : sandbox ? 20_000 : 30;
        int number = perNumber > 0 ? perNumber : sandbox ? 60 : 5;
        this.byAddress = new Limits.Window("codes-address", most, Duration.ofMinutes(10));
        this.byNumber = new Limits.Window("codes-number", number, Duration.ofMinutes(10));
        this.byNumberAndDay = new Limits.Window("codes-number-day", number * DAY_OF_TEN_MINUTES, Duration.ofDays(1));
    }

    void send(PhoneNumber phone, String address, Locale language) {
        count(byAddress, address);
        count(byNumber, codes.name(phone));
        count(byNumberAndDay, codes.name(phone));
        codes.send(phone, language);
    }

    private void count(Limits.Window window, String who) {
        Limits.Standing standing = limits.count(window, who);
        if (standing.over())
            throw new Refused(RefusalCode.RATE_LIMITED, "again in %d seconds".formatted(standing.resetSeconds()))
                    .after(standing.reset());
    }
}
