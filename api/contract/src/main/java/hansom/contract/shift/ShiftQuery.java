package hansom.contract.shift;

/** What may be asked about shifts. */
public sealed interface ShiftQuery {
    /** Answered with an Optional {@link ShiftView}. */
    record FindShift(ShiftId shiftId) implements ShiftQuery {}
}
