package hansom.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** What keeps a node from serving in earnest. */
class ProductionTest {
    @TempDir
    Path folder;

    private final MockEnvironment settings = new MockEnvironment();

    @BeforeEach
    void tellAll() throws IOException {
        Path key = Files.writeString(folder.resolve("master.key"), "00".repeat(32));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("postgres/data"));
        Files.writeString(data.resolve("postgres/data/PG_VERSION"), "18");
        Files.writeString(data.resolve("profile"), "production");
        settings.setProperty("hansom.data", data.toString());
        settings.setProperty("hansom.master-key", key.toString());
        settings.setProperty("hansom.engines.payments", "stripe");
        settings.setProperty("hansom.engines.bank", "stripe");
        settings.setProperty("hansom.stripe.key", "sk_live_1");
        settings.setProperty("hansom.stripe.webhook-secret", "whsec_1");
        settings.setProperty("hansom.stripe.return-to", "https://api.example.org/paid");
        settings.setProperty("hansom.sms.url", "https://sms.example.org/");
        settings.setProperty("hansom.sms.token", "token");
        settings.setProperty("hansom.signin.issuer", "https://api.example.org");
        settings.setProperty("hansom.live-url", "wss://api.example.org/v1/live");
    }

    @Test
    void lacksNothingOnceAllIsTold() {
        assertThat(Production.lacking(settings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hansom.engines.payments, sandbox",
        "hansom.engines.bank, ''",
        "hansom.stripe.key, sk_test_123",
        "hansom.stripe.key, replace-sk_live_…",
        "hansom.stripe.webhook-secret, ''",
        "hansom.stripe.return-to, http://api.example.org/",
        "hansom.sms.url, http://sms.example.org/",
        "hansom.sms.url, not an address",
        "hansom.sms.token, replace-token",
        "hansom.signin.issuer, ''",
        "hansom.live-url, ws://127.0.0.1:8081/v1/live",
        "hansom.master-key, /nonexistent",
        "hansom.cors.origins, *",
    })
    void namesWhatWillNotDo(String property, String value) {
        settings.setProperty(property, value);
        assertThat(Production.lacking(settings)).singleElement().asString().startsWith(property + " (");
    }

    @Test
    void wantsTheKeyApartFromTheDataAndForOneReaderOnly() throws IOException {
        Path open = Files.writeString(folder.resolve("open.key"), "00".repeat(32));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
        Path inside = Files.writeString(folder.resolve("data/master.key"), "00".repeat(32));
        Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("rw-------"));
        for (Path file : List.of(open, inside)) {
            settings.setProperty("hansom.master-key", file.toString());
            assertThat(Production.lacking(settings)).singleElement().asString().startsWith("hansom.master-key (");
        }
    }

    @Test
    void servesNoFolderThatWasASandboxs() throws IOException {
        for (Path left : List.of(folder.resolve("data/profile"))) {
            Files.writeString(left, "sandbox");
            assertThat(Production.lacking(settings)).singleElement().asString().startsWith("hansom.data (");
            Files.delete(left);
            assertThat(Production.lacking(settings))
                    .as("one from before profiles were written down")
                    .singleElement()
                    .asString()
                    .startsWith("hansom.data (");
        }
    }

    @Test
    void wantsAnOperatorBeforeAnybodyElseIsServed() {
        settings.setProperty("hansom.data", folder.resolve("fresh").toString());
        assertThat(Production.lacking(settings)).containsExactly("the first operator (make him with ./operator NAME)");
    }

    @Test
    void wantsOfARoleOnlyWhatTheRoleDoes() {
        MockEnvironment geo = new MockEnvironment()
                .withProperty("hansom.roles", "geo")
                .withProperty("hansom.data", folder.resolve("geo").toString());
        assertThat(Production.lacking(geo)).singleElement().asString().startsWith("hansom.master-key");
    }

    @Test
    void isToldAllByTheExampleExceptWhatAnOperatorMustPut() throws IOException {
        Properties example = new Properties();
        try (var file = Files.newInputStream(Path.of("production.example.properties"))) {
            example.load(file);
        }
        MockEnvironment told = new MockEnvironment();
        example.stringPropertyNames().forEach(name -> told.setProperty(name, example.getProperty(name)));
        Stream<String> own = example.stringPropertyNames().stream()
                .filter(name -> example.getProperty(name).startsWith("replace"));
        List<String> lacking = Production.lacking(told);
        assertThat(lacking.stream().map(line -> line.replaceFirst(" \\(.*", "")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(own, Stream.of("the first operator")).toList());
    }
}
