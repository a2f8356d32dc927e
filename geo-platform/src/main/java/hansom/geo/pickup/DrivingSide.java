package hansom.geo.pickup;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** On which side of the road the cars of an extract drive: as most of its countries, which addresses and borders name, do; else on the right. */
final class DrivingSide {
    /** Countries and territories that drive on the left, by their codes of ISO 3166-1. */
    private static final Set<String> LEFT = Set.of(
            "AG", "AI", "AU", "BB", "BD", "BM", "BN", "BS", "BT", "BW", "CY", "DM", "FJ", "FK", "GB", "GD", "GG", "GY",
            "HK", "ID", "IE", "IM", "IN", "JE", "JM", "JP", "KE", "KI", "KN", "KY", "LC", "LK", "LS", "MO", "MS", "MT",
            "MU", "MV", "MW", "MY", "MZ", "NA", "NP", "NR", "NZ", "PG", "PK", "SB", "SC", "SG", "SH", "SR", "SZ", "TC",
            "TH", "TL", "TO", "TT", "TV", "TZ", "UG", "VC", "VG", "VI", "WS", "ZA", "ZM", "ZW");

    private final Map<String, Integer> countries = new HashMap<>();

    void see(Map<String, String> tags) {
        String country = tags.getOrDefault("addr:country", tags.getOrDefault("ISO3166-1:alpha2", ""));
        if (country.length() == 2) countries.merge(country, 1, Integer::sum);
    }

    boolean left() {
        int left = 0;
        int right = 0;
        for (Map.Entry<String, Integer> country : countries.entrySet())
            if (LEFT.contains(country.getKey())) left += country.getValue();
            else right += country.getValue();
        return left > right;
    }
}
