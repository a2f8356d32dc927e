package hansom.contract.payment;

import hansom.contract.id.Uuid7;
import hansom.contract.rider.RiderId;

/** Names a purse: a rider's wallet or a company's account. Of the form {@code prs_uuid}. */
public record PurseId(String value) {
    public PurseId {
        Uuid7.checked("prs", value);
    }

    /** The wallet of a rider. */
    public static PurseId walletOf(RiderId rider) {
        return new PurseId("prs_" + Uuid7.bare(rider.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
