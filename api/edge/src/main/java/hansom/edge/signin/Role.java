package hansom.edge.signin;

import java.util.Locale;
import java.util.Optional;

/** What a caller may be. Riders and drivers have exactly one; those of the office may have several. */
public enum Role {
    RIDER,
    DRIVER,
    SUPPORT,
    OPERATOR,
    FINANCE,
    AUDITOR,
    DEVELOPER;

    /** As tokens and apps write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> named(String wire) {
        for (Role role : values()) if (role.wire().equals(wire)) return Optional.of(role);
        return Optional.empty();
    }

    boolean ofTheOffice() {
        return this != RIDER && this != DRIVER;
    }
}
