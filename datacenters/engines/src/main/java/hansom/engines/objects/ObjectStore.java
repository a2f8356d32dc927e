package hansom.engines.objects;

import java.util.Optional;

/** Keeps large things (tracks, documents, avatars) whole under a key such as {@code tracks/ord_….json}; a put replaces, a get sees all or nothing. */
public interface ObjectStore {
    void put(String key, byte[] content);

    Optional<byte[]> find(String key);

    void delete(String key);
}
