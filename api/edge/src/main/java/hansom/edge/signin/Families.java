package hansom.edge.signin;

import hansom.edge.Chore;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import hansom.engines.sql.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Sign-ins and their refresh tokens. A token works once and names its successor; handed in again within half a minute it names the same
 * one, for the answer may have been lost; later, or from another device, it ends the sign-in.
 */
@Component
class Families implements Chore {
    static final Duration LOST_ANSWER = Duration.ofSeconds(30);
    private static final Duration TOKEN_LIFE = Duration.ofDays(60);
    private static final Duration OFFICE_LIFE = Duration.ofHours(12);

    private final FamilyStore store;
    private final Transactions transactions;
    private final KeyedHash hash;
    private final KeyedHash next;
    private final Revocations revocations;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Families(FamilyStore store, Transactions transactions, Secrets secrets, Revocations revocations, RealClock clock) {
        this.store = store;
        this.transactions = transactions;
        this.hash = new KeyedHash(secrets.bytes("signin.refresh.hash"));
        this.next = new KeyedHash(secrets.bytes("signin.refresh.next"));
        this.revocations = revocations;
        this.clock = clock.clock();
    }

    /** A new sign-in with its first refresh token; what was open for the person on the same device ends. */
    Rotation.Turned open(String id, String person, Set<Role> roles, String client, String device, String deviceName) {
        Instant now = clock.instant();
        boolean office = roles.stream().anyMatch(Role::ofTheOffice);
        Instant ends = now.plus(office ? OFFICE_LIFE : TOKEN_LIFE);
        Family family = new Family(id, person, roles, client, device, deviceName, now, now, ends, null);
        String token = newToken();
        List<String> before = transactions.call(() -> {
            List<String> replaced = device.isEmpty()
                    ? List.<String>of()
                    : store.living(person).stream()
                            .filter(old ->
                                    old.device().equals(device) && !old.id().equals(id))
                            .map(Family::id)
                            .toList();
            replaced.forEach(old -> store.end(old, now, "signed_in_again"));
            store.add(family);
            store.addToken(hash.of(token), id, now, ends);
            return replaced;
        });
        before.forEach(revocations::familyEnded);
        return new Rotation.Turned(family, token, ends);
    }

    Rotation rotate(String token, String device) {
        Rotation rotation = transactions.call(() -> turn(token, device));
        if (rotation instanceof Rotation.Reused(var family)) end(family, "token_reused");
        return rotation;
    }

    private Rotation turn(String token, String device) {
        Instant now = clock.instant();
        String key = hash.of(token);
        FamilyStore.Kept kept = store.token(key).orElse(null);
        if (kept == null || !now.isBefore(kept.expiresAt())) return new Rotation.Unknown();
        Family family = store.find(kept.family()).filter(one -> !one.ended(now)).orElse(null);
        if (family == null) return new Rotation.Unknown();
        if (!family.device().equals(device)) return new Rotation.Reused(family.id());
        if (kept.used() && now.isAfter(kept.usedAt().plus(LOST_ANSWER))) return new Rotation.Reused(family.id());
        store.use(key, now);
        String successor = successor(token);
        boolean office = family.roles().stream().anyMatch(Role::ofTheOffice);
        Instant ends = office ? family.endsAt() : now.plus(TOKEN_LIFE);
        store.addToken(hash.of(successor), family.id(), now, ends);
        store.seen(family.id(), now, ends);
        return new Rotation.Turned(family, successor, ends);
    }

    Optional<Family> find(String family) {
        return store.find(family);
    }

    /** The sign-in that a refresh token belongs to, used or not. */
    Optional<Family> ofToken(String token) {
        return store.token(hash.of(token)).flatMap(kept -> store.find(kept.family()));
    }

    List<Family> living(String person) {
        Instant now = clock.instant();
        return store.living(person).stream()
                .filter(family -> !family.ended(now))
                .toList();
    }

    /** Ends a sign-in; its access tokens open nothing any more, at once and on every node. */
    void end(String family, String reason) {
        transactions.run(() -> store.end(family, clock.instant(), reason));
        revocations.familyEnded(family);
    }

    void endAll(String person, String reason) {
        living(person).forEach(family -> end(family.id(), reason));
    }

    /** What is over for a month is of no use even to detect a thief. */
    @Override
    public void tidy() {
        transactions.run(() -> store.tidy(clock.instant().minus(Duration.ofDays(30))));
    }

    /** Always the same for a token, and nobody without our secret can tell it: nothing has to be kept to give it again. */
    private String successor(String token) {
        return text(next.of(token.getBytes(StandardCharsets.UTF_8)));
    }

    private String newToken() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
