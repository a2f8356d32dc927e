package hansom.edge.person;

import hansom.engines.keys.Seals;
import hansom.engines.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Pictures and papers of people in object storage, sealed under the person's key. A file's name is {@code kind/person/hash}: the same
 * content is the same file, and whose it is can be read from it.
 */
@Component
public final class PersonalFiles {
    private final ObjectStore objects;
    private final Seals seals;

    PersonalFiles(ObjectStore objects, Seals seals) {
        this.objects = objects;
        this.seals = seals;
    }

    public String put(String kind, Object person, byte[] content) {
        String file = "%s/%s/%s".formatted(kind, person, hash(content));
        objects.put(file, seals.sealBytes(person.toString(), content).getBytes(StandardCharsets.US_ASCII));
        return file;
    }

    /** Empty when there is no such file, or its person was erased. */
    public Optional<byte[]> find(String file) {
        String[] parts = file.split("/", 3);
        if (parts.length != 3) return Optional.empty();
        return objects.find(file)
                .flatMap(kept -> seals.openBytes(parts[1], new String(kept, StandardCharsets.US_ASCII)));
    }

    /** Whether a file was put by this person under this kind. */
    public static boolean belongs(String file, String kind, Object person) {
        return file.matches("%s/%s/[0-9a-f]{32}".formatted(kind, person));
    }

    private static String hash(byte[] content) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sha, 0, 16);
        } catch (NoSuchAlgorithmException unavailable) {
            throw new IllegalStateException("SHA-256 is not available", unavailable);
        }
    }
}
