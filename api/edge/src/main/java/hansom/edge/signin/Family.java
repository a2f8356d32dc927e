package hansom.edge.signin;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One sign-in of one person on one device; all tokens that follow from it end with it. */
record Family(
        String id,
        String person,
        Set<Role> roles,
        String client,
        String device,
        String deviceName,
        Instant startedAt,
        Instant seenAt,
        Instant endsAt,
        @Nullable Instant endedAt) {

    Family {
        roles = Set.copyOf(roles);
    }

    /** Riders and drivers have their own scope; the office has one for all, and developers another. */
    Set<String> scopes() {
        return roles.stream().map(Scopes::of).collect(Collectors.toUnmodifiableSet());
    }

    boolean ended(Instant now) {
        return endedAt != null || !now.isBefore(endsAt);
    }
}
