package hansom.command.gateway;

import hansom.contract.money.Money;
import hansom.contract.payment.CallId;

/** The bank through which drivers and fleets are paid; a call made again under the same key is the same transfer. */
public interface BankGateway {
    /** Sends so much to the account that the bank knows by this token. */
    Transfer send(CallId key, String bankToken, Money amount);

    /** What the bank says to a transfer. */
    sealed interface Transfer {
        record Paid(String bankRef) implements Transfer {}

        /** Refused or sent back for good. */
        record Returned(String why) implements Transfer {}

        /** Nobody can tell: ask again under the same key. */
        record Unknown(String why) implements Transfer {}
    }
}
