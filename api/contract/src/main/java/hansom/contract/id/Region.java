package hansom.contract.id;

import java.time.ZoneId;
import java.util.Arrays;

/** A home of orders and people: one datacenter's area. Its code (0 to 255) is part of every id minted there, for ever. */
public enum Region {
    LOCAL(0, "UTC"),
    MOSCOW(1, "Europe/Moscow"),
    SAINT_PETERSBURG(2, "Europe/Moscow"),
    SAMARA(3, "Europe/Samara"),
    KRASNODAR(4, "Europe/Moscow"),
    NOVOSIBIRSK(5, "Asia/Novosibirsk"),
    ALMATY(6, "Asia/Almaty");

    private final int code;
    private final ZoneId zone;

    Region(int code, String zone) {
        this.code = code;
        this.zone = ZoneId.of(zone);
    }

    public int code() {
        return code;
    }

    /** By which its business days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** The region with this code; throws IllegalArgumentException when none has it. */
    public static Region ofCode(int code) {
        return Arrays.stream(values())
                .filter(region -> region.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no region has the code " + code));
    }

    /** The region of a configured name such as {@code saint-petersburg}. */
    public static Region named(String name) {
        return valueOf(name.trim().replace('-', '_').toUpperCase(java.util.Locale.ROOT));
    }
}
