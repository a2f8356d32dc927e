package hansom.contract.order;

import hansom.contract.person.Sealed;

/** Somebody else for whom a rider orders; sealed under the rider's key. */
public record Guest(Sealed name, Sealed phone) {}
