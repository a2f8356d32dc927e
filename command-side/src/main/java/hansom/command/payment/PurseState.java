package hansom.command.payment;

import hansom.command.refusal.RefusedException;
import hansom.contract.refusal.RefusalCode;

/** Whether there is a purse, and what is in it. */
sealed interface PurseState {
    record Unopened() implements PurseState {}

    record Open(PurseBook contents) implements PurseState {}

    /** What is in it; refused when there is none. */
    default PurseBook book() {
        return switch (this) {
            case Unopened _ -> throw new RefusedException(RefusalCode.PURSE_UNKNOWN);
            case Open open -> open.contents();
        };
    }
}
