package hansom.contract.payment;

import java.util.List;

/** The purses a rider may pay from. */
public record Purses(List<PurseView> purses) {
    public Purses {
        purses = List.copyOf(purses);
    }
}
