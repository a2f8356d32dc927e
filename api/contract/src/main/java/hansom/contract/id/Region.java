package hansom.contract.id;

import java.util.Arrays;

/** A home of orders and people: one datacenter's area. Its code (0 to 255) is part of every id minted there, for ever. */
public enum Region {
    LOCAL(0),
    MOSCOW(1),
    SAINT_PETERSBURG(2),
    SAMARA(3),
    KRASNODAR(4),
    NOVOSIBIRSK(5),
    ALMATY(6);

    private final int code;

    Region(int code) {
        this.code = code;
    }

    public int code() {
        return code;
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
