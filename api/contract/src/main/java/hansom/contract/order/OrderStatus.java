package hansom.contract.order;

import java.util.Locale;

/** Where an order stands, in the words that mobile developers know from this field. */
public enum OrderStatus {
    SCHEDULED,
    PROCESSING,
    QUEUED,
    ACCEPTED,
    ARRIVED,
    IN_PROGRESS,
    COMPLETED,
    RIDER_CANCELED,
    DRIVER_CANCELED,
    OPERATOR_CANCELED,
    NO_DRIVERS_AVAILABLE;

    public boolean over() {
        return switch (this) {
            case SCHEDULED, PROCESSING, QUEUED, ACCEPTED, ARRIVED, IN_PROGRESS -> false;
            case COMPLETED, RIDER_CANCELED, DRIVER_CANCELED, OPERATOR_CANCELED, NO_DRIVERS_AVAILABLE -> true;
        };
    }

    /** As apps see it: {@code in_progress}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
