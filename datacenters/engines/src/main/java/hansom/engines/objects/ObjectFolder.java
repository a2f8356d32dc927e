package hansom.engines.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Objects as files under one folder: written beside, forced to disk, then renamed, so that no reader and no crash sees half of one. */
public final class ObjectFolder implements ObjectStore {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");

    private final Path root;

    public ObjectFolder(Path root) {
        this.root = root;
    }

    @Override
    public void put(String key, byte[] content) {
        Path target = at(key);
        Path beside = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try (FileChannel file = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) file.write(bytes);
                file.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(target.getParent())) {
                folder.force(true);
            }
        } catch (IOException notWritten) {
            throw new UncheckedIOException("object %s was not written".formatted(key), notWritten);
        }
    }

    @Override
    public Optional<byte[]> find(String key) {
        try {
            return Optional.of(Files.readAllBytes(at(key)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("object %s cannot be read".formatted(key), unreadable);
        }
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(at(key));
        } catch (IOException notDeleted) {
            throw new UncheckedIOException("object %s was not deleted".formatted(key), notDeleted);
        }
    }

    private Path at(String key) {
        if (!KEY.matcher(key).matches()) throw new IllegalArgumentException("not a key of an object: " + key);
        return root.resolve(key);
    }
}
