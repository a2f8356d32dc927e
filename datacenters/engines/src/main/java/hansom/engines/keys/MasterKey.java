package hansom.engines.keys;

import hansom.engines.StartRefused;
import hansom.engines.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The key that wraps all other keys; lies in a file of its own (owner-readable only), backed up apart from everything it protects. */
public final class MasterKey {
    private static final int BYTES = 32;

    private final AesGcm cipher;

    public MasterKey(byte[] key) {
        this.cipher = new AesGcm(key);
    }

    /** The key of a data folder: in the file that is named, or else in the folder itself, where it is made at the first need. */
    public static MasterKey of(DataFolder data, String named) {
        return named.isEmpty() ? at(data.root().resolve("master.key"), true) : at(Path.of(named), false);
    }

    /** Reads the key, or makes one when the file is not there and {@code mayMake}; refuses to start when it is unreadable. */
    public static MasterKey at(Path file, boolean mayMake) {
        try {
            if (Files.notExists(file) && mayMake) make(file);
            byte[] key = HexFormat.of().parseHex(Files.readString(file).trim());
            if (key.length != BYTES)
                throw new StartRefused("the master key at %s is not 32 bytes in hexadecimal".formatted(file));
            return new MasterKey(key);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new StartRefused(
                    "the master key at %s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                HexFormat.of().formatHex(key),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        if (Files.getFileStore(file).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    byte[] wrap(byte[] key, String name) {
        return cipher.seal(key, name);
    }

    byte[] unwrap(byte[] wrapped, String name) {
        return cipher.open(wrapped, name)
                .orElseThrow(() ->
                        new IllegalStateException("the key %s was wrapped under another master key".formatted(name)));
    }
}
