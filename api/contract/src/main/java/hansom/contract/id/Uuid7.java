package hansom.contract.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of the form {@code prefix_uuid}, where the UUID is a version 7 of RFC 9562: 48 bits of milliseconds, then random bits, of which
 * the last byte is the code of the home {@link Region}. Ids minted later sort later.
 */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TEXT_LENGTH = 36;

    private Uuid7() {}

    /** A fresh UUID of this region, of this instant. */
    public static UUID mint(Region region, Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FF00L) | 0x8000_0000_0000_0000L | region.code();
        return new UUID(high, low);
    }

    /** A fresh id with this prefix, as {@code ord} in {@code ord_0191…}. */
    public static String mint(String prefix, Region region, Instant now) {
        return prefix + "_" + mint(region, now);
    }

    /** The value itself when it is {@code prefix_uuid}; throws IllegalArgumentException, naming the prefix, when it is not. */
    public static String checked(String prefix, String value) {
        int from = prefix.length() + 1;
        boolean named = value.startsWith(prefix) && value.indexOf('_') == prefix.length();
        if (named && isUuid(value, from)) return value;
        throw new IllegalArgumentException("not an id of the form %s_uuid".formatted(prefix));
    }

    /** By hand, as an id is checked wherever one is read: a pattern took a fortieth of the time of a ride. */
    private static boolean isUuid(String text, int from) {
        if (text.length() != from + TEXT_LENGTH) return false;
        for (int at = 0; at < TEXT_LENGTH; at++) {
            char letter = text.charAt(from + at);
            boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
            boolean digit = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
            if (dash ? letter != '-' : !digit) return false;
        }
        return true;
    }

    /** The UUID's text inside an id that starts with {@code prefix_}. */
    public static String bare(String id) {
        int from = id.indexOf('_') + 1;
        return id.substring(from, from + TEXT_LENGTH);
    }

    /** The home region written in an id; LOCAL for an id whose last byte names no region (one that a client chose itself). */
    public static Region region(String id) {
        int code = (int) (UUID.fromString(bare(id)).getLeastSignificantBits() & 0xFF);
        for (Region region : Region.values()) if (region.code() == code) return region;
        return Region.LOCAL;
    }
}
