package hansom.engines.data;

import hansom.engines.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder in which a node keeps everything of its own. Held by one node at a time through a lock that the operating system drops when
 * the node dies, however it dies.
 */
public final class DataFolder implements AutoCloseable {
    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes the folder when it is not there and takes it; refuses when another node has it, or it cannot be written, or the disk is full. */
    public static DataFolder take(Path folder) {
        return takeIdle(folder)
                .orElseThrow(
                        () -> new StartRefused("another node runs on %s; stop it, or choose another folder with --data"
                                .formatted(folder.toAbsolutePath().normalize())));
    }

    /** The same, but empty when another node has it. */
    public static Optional<DataFolder> takeIdle(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            if (Files.getFileStore(root).supportsFileAttributeView("posix"))
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < LEAST_FREE_BYTES)
                throw new StartRefused("the disk is full: %d MB are free at %s, at least %d are needed"
                        .formatted(free >> 20, root, LEAST_FREE_BYTES >> 20));
            FileChannel channel =
                    FileChannel.open(root.resolve("node.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataFolder(root, channel, lock));
        } catch (IOException notWritable) {
            throw new StartRefused(
                    "the data folder %s cannot be used: %s".formatted(root, notWritable.getMessage()), notWritable);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    /** A folder inside, made when it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException notWritable) {
            throw new UncheckedIOException(notWritable);
        }
    }

    public Path root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
