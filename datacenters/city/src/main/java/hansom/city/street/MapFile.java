package hansom.city.street;

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

/** The extract of OpenStreetMap that the city stands on, and the SHA-256 of its bytes, by which a node says whether it serves the same. */
public record MapFile(Path path, String hash) {
    private static final String MONACO = "monaco-latest.osm.pbf";

    public static MapFile of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new MapFile(file, hash(in));
        }
    }

    /** The extract that comes along, laid into the folder. */
    public static MapFile monaco(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve(MONACO);
        if (!Files.exists(file)) {
            Path part = folder.resolve(MONACO + "." + ProcessHandle.current().pid());
            try (InputStream in = MapFile.class.getClassLoader().getResourceAsStream(MONACO)) {
                if (in == null) throw new IOException("the map of Monaco did not come along; name another");
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return of(file);
    }

    private static String hash(InputStream in) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
