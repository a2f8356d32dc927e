package hansom.city.life;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Checks amounts as a suspicious rider would. */
public final class Sums {
    private Sums() {}

    /** What is wrong with a fare; nothing when its items add up. */
    public static Optional<String> wrongIn(JsonNode fare) {
        long sum = 0;
        String currency = fare.path("total").path("currency").asText("");
        for (JsonNode item : fare.path("items")) {
            sum += item.path("amount").path("amount_minor").asLong();
            if (!item.path("amount").path("currency").asText("").equals(currency))
                return Optional.of("an item in another currency");
        }
        long total = minor(fare.path("total"));
        return currency.isEmpty() || sum != total
                ? Optional.of("items add up to %d, the total says %d %s".formatted(sum, total, currency))
                : Optional.empty();
    }

    /** What is wrong with the postings of a receipt; each entry sums to zero. */
    public static Optional<String> unbalanced(JsonNode receipt) {
        for (JsonNode entry : receipt.path("entries")) {
            long sum = 0;
            for (JsonNode posting : entry.path("postings")) sum += minor(posting.path("amount"));
            if (sum != 0)
                return Optional.of(
                        "entry %s sums to %d".formatted(entry.path("id").asText(), sum));
        }
        return Optional.empty();
    }

    public static long minor(JsonNode money) {
        return money.path("amount_minor").asLong();
    }
}
