package hansom.geo.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A piece of OpenStreetMap that a node serves: its name, the file it was given as, the SHA-256 of that file, and its bytes. */
public record Extract(String name, String file, String hash, Source source) {

    /** Where the bytes of an extract come from; each opening starts at the beginning. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Reads the whole extract once for its hash. */
    static Extract of(String file, Source source) throws IOException {
        MessageDigest sha = sha256();
        try (InputStream in = new DigestInputStream(source.open(), sha)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new Extract(nameOf(file), file, HexFormat.of().formatHex(sha.digest()), source);
    }

    /** The same, its bytes in another file. */
    Extract in(Path copy) {
        return new Extract(name, file, hash, () -> Files.newInputStream(copy));
    }

    /** Copies the extract to a file and tells its hash, read once. */
    static Extract copied(Path from, Path to) throws IOException {
        MessageDigest sha = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), sha)) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
        String hash = HexFormat.of().formatHex(sha.digest());
        return new Extract(nameOf(from.toString()), from.toString(), hash, () -> Files.newInputStream(to));
    }

    /** Copies the extract to a file under its own ending, for readers that need one. */
    Path copyInto(Path folder) throws IOException {
        Path file = folder.resolve("extract.osm");
        try (InputStream in = source.open()) {
            Files.copy(in, file);
        }
        return file;
    }

    private static String nameOf(String file) {
        String fileName = Path.of(file).getFileName().toString();
        String bare = fileName.replaceFirst("(\\.osm)?\\.(pbf|gz|bz2|osm)$", "").replaceFirst("-latest$", "");
        return bare.isEmpty() ? fileName : bare;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
