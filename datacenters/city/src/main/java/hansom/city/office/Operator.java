package hansom.city.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.phone.Answer;
import hansom.city.phone.Call;
import hansom.city.phone.Door;
import hansom.city.phone.Json;
import hansom.city.phone.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The city's own operator: made with the one-time code, afterwards known by what lies in the city's folder. */
final class Operator {
    private final Door door;
    private final Path known;
    private final @Nullable Path setup;

    Operator(Door door, String url, Path folder, @Nullable Path setup) {
        this.door = door;
        URI address = URI.create(url);
        this.known = folder.resolve("operator-%s-%d.json".formatted(address.getHost(), address.getPort()));
        this.setup = setup;
    }

    /** A token of the office; empty when nobody is known there and no code was given. */
    Optional<String> token() throws InterruptedException {
        try {
            if (Files.exists(known)) {
                Optional<String> token =
                        signIn(Json.read(Files.readString(known)).orElseThrow());
                if (token.isPresent()) return token;
            }
            Path code = setup;
            if (code == null || !Files.isReadable(code)) return Optional.empty();
            return make(Files.readString(code).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<String> make(String code) throws IOException, InterruptedException {
        ObjectNode who = Json.object()
                .put("name", "city-" + Session.key().substring(0, 8))
                .put("password", Session.key());
        Answer made = door.ask(Call.post("/v1/ops/setup", who.deepCopy().put("code", code)));
        if (!made.ok()) return Optional.empty();
        who.put("totp_secret", made.text("totp_secret"));
        Files.deleteIfExists(known);
        Files.createFile(known, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(known, Json.write(who));
        return signIn(who);
    }

    /** A code works once: the next one is due after half a minute. */
    private Optional<String> signIn(JsonNode who) throws InterruptedException {
        for (int attempt = 0; attempt < 3; attempt++) {
            String totp = Totp.at(who.path("totp_secret").asText(), Instant.now());
            String form =
                    "client_id=hansom-office&grant_type=urn:hansom:params:oauth:grant-type:operator&name=%s&password=%s&totp=%s"
                            .formatted(
                                    escaped(who.path("name").asText()),
                                    escaped(who.path("password").asText()),
                                    totp);
            Optional<Answer> answer = door.once(Call.form("/oauth2/token", form));
            if (answer.isPresent() && answer.get().ok())
                return Optional.of(answer.get().text("access_token"));
            Thread.sleep(Totp.STEP_SECONDS * 500L);
        }
        return Optional.empty();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
