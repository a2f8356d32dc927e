package hansom.node;

import hansom.engines.role.Roles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.core.env.PropertyResolver;

/** What a node must be told before it serves in earnest: nothing played, no secret of an example, no way in that stands open. */
final class Production {
    static final String PROFILE = "production";
    /** How the values of the example begin that an operator has to put his own for. */
    private static final String OF_THE_EXAMPLE = "replace";

    private final PropertyResolver settings;
    private final List<String> lacking = new ArrayList<>();

    private Production(PropertyResolver settings) {
        this.settings = settings;
    }

    /** Everything that is lacking, each with what would do; empty when the node may start. */
    static List<String> lacking(PropertyResolver settings) {
        Production production = new Production(settings);
        Roles roles = Roles.of(settings);
        if (roles.play("command")) production.money();
        if (roles.play("edge")) production.door();
        production.keys();
        production.folder(roles.play("edge"));
        return production.lacking;
    }

    private void money() {
        wants("hansom.engines.payments", "stripe: the provider is played", "stripe"::equals);
        wants("hansom.engines.bank", "stripe: the bank is played", "stripe"::equals);
        wants(
                "hansom.stripe.key",
                "a live key, not one of Stripe's test mode",
                key -> !key.isEmpty() && !key.matches("[a-z]+_test_.*"));
        wants("hansom.stripe.webhook-secret", "which signs Stripe's notices", secret -> !secret.isEmpty());
        wants("hansom.stripe.return-to", "https://… where a card's owner comes back to", Production::secure);
    }

    private void door() {
        wants("hansom.sms.url", "https://… of a text message gateway: phone codes are played", Production::secure);
        wants("hansom.sms.token", "for the gateway", token -> !token.isEmpty());
        wants("hansom.signin.issuer", "https://… under which apps reach this service", Production::secure);
        wants("hansom.live-url", "wss://… under which apps open live connections", url -> url.startsWith("wss://"));
        String origins = settings.getProperty("hansom.cors.origins", "");
        if (origins.contains("*")) lacking.add("hansom.cors.origins (exact origins, never *)");
    }

    private void keys() {
        wants(
                "hansom.master-key",
                "a file outside the data folder that only its owner reads, such as openssl rand -hex 32 makes",
                file -> !file.isEmpty() && mine(Path.of(file)));
    }

    private void folder(boolean edge) {
        Path data = data();
        if (Profile.of(data).filter(kind -> !kind.equals(PROFILE)).isPresent())
            lacking.add("hansom.data (a folder of its own: %s was a sandbox's)".formatted(data));
        boolean named = !settings.getProperty("hansom.postgres", "").isEmpty();
        if (edge && !named && Files.notExists(data.resolve("postgres/data/PG_VERSION")))
            lacking.add("the first operator (make him with ./operator NAME)");
    }

    private boolean mine(Path file) {
        try {
            return Files.isReadable(file)
                    && !file.toAbsolutePath().normalize().startsWith(data())
                    && Files.getPosixFilePermissions(file).stream()
                            .noneMatch(permission -> permission.compareTo(PosixFilePermission.OWNER_EXECUTE) > 0);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private Path data() {
        return Path.of(settings.getRequiredProperty("hansom.data"))
                .toAbsolutePath()
                .normalize();
    }

    private void wants(String property, String what, Predicate<String> will) {
        String value = settings.getProperty(property, "").trim();
        if (value.startsWith(OF_THE_EXAMPLE) || !will.test(value)) lacking.add("%s (%s)".formatted(property, what));
    }

    /** Encrypted, or not leaving this machine. */
    private static boolean secure(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && uri.getHost().equals("127.0.0.1")));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
