package hansom.command.refusal;

import static org.axonframework.test.matchers.Matchers.matches;

import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import org.axonframework.test.aggregate.ResultValidator;

/** What tests expect of a refused command: nothing has happened, and the caller is told why. */
public final class Refusals {
    private Refusals() {}

    public static void refuses(RefusalCode code, ResultValidator<?> result) {
        result.expectException(RefusedException.class)
                .expectExceptionDetails(
                        matches((Object details) -> details instanceof Refusal refusal && refusal.code() == code))
                .expectNoEvents();
    }
}
