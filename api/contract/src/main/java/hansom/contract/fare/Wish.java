package hansom.contract.fare;

/** Something a rider asks for beyond the class; a car must be equipped for it. */
public enum Wish {
    CHILD_SEAT,
    PET,
    WHEELCHAIR,
    EXTRA_LUGGAGE
}
