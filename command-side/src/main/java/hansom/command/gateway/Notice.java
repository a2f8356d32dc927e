package hansom.command.gateway;

import hansom.contract.money.Money;

/** The provider tells on its own that a card holder's bank took money back; may come twice, and before we know that it was taken. */
public record Notice(String noticeId, String providerRef, Money amount, String why) {
    /** Of the outside work that notices wait as. */
    public static final String WORK = "provider-notice";
}
