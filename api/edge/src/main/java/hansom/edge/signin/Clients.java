package hansom.edge.signin;

import hansom.engines.data.DataFolder;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The programs that may ask for tokens: the apps and the office's console, which keep no secret, and servers, which keep the one made at first start. */
@Component
class Clients implements RegisteredClientRepository, PasswordEncoder {
    static final String APP = "hansom-app";
    static final String OFFICE = "hansom-office";
    static final String SERVER = "hansom-server";
    static final String FILE = "server-client.txt";

    private final KeyedHash hash;
    private final List<RegisteredClient> clients;

    Clients(
            Secrets secrets,
            DataFolder data,
            @Value("${hansom.signin.redirect-uris:hansom://signed-in,http://127.0.0.1/signed-in}")
                    List<String> redirects) {
        this.hash = new KeyedHash(secrets.bytes("signin.client-hash"));
        String secret = HexFormat.of().formatHex(secrets.bytes("signin.server-client"));
        write(data.root().resolve(FILE), "client_id=%s%nclient_secret=%s%n".formatted(SERVER, secret));
        this.clients = List.of(
                publicClient(APP)
                        .authorizationGrantType(OwnGrant.PHONE_CODE)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUris(uris -> uris.addAll(redirects))
                        .scope("openid")
                        .scope(Scopes.RIDER)
                        .scope(Scopes.DRIVER)
                        .build(),
                publicClient(OFFICE).authorizationGrantType(OwnGrant.OPERATOR).build(),
                RegisteredClient.withId(SERVER)
                        .clientId(SERVER)
                        .clientSecret(encode(secret))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope(Scopes.DEVELOPER)
                        .tokenSettings(lifetimes())
                        .build());
    }

    private static RegisteredClient.Builder publicClient(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(lifetimes());
    }

    private static TokenSettings lifetimes() {
        return TokenSettings.builder().accessTokenTimeToLive(AccessTokens.LIFE).build();
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are fixed");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        for (RegisteredClient client : clients) if (client.getClientId().equals(clientId)) return client;
        return null;
    }

    /** A secret of 256 random bits needs no slow hash. */
    @Override
    public String encode(@Nullable CharSequence secret) {
        return hash.of(String.valueOf(secret));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        return encoded != null
                && MessageDigest.isEqual(
                        encode(secret).getBytes(StandardCharsets.UTF_8), encoded.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, String content) {
        try {
            Files.deleteIfExists(file);
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix"))
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
