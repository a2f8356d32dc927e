package hansom.contract.ledger;

import hansom.contract.money.Money;

/** One line of an entry: debits positive, credits negative. */
public record Posting(Account account, Money amount) {}
