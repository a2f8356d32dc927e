package hansom.engines.postgres;

import hansom.engines.StartRefused;
import hansom.engines.process.Platform;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come as Maven artifacts, unpacked once; unpacked beside and renamed, so that a crash leaves no half of them. */
final class Binaries {
    static final String VERSION = "18.1";

    private Binaries() {}

    static Path unpack(Path folder) {
        Path target = folder.resolve("postgresql-" + VERSION);
        if (Files.isDirectory(target)) return target;
        String archive = "/" + nameFor(Platform.here("--postgres")) + ".txz";
        try (InputStream packed = Binaries.class.getResourceAsStream(archive)) {
            if (packed == null)
                throw new StartRefused("%s is not on the class path; name a server with --postgres".formatted(archive));
            Path part = folder.resolve("postgresql-" + UUID.randomUUID() + ".part");
            unpack(packed, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException notUnpacked) {
            throw new StartRefused(
                    "PostgreSQL could not be unpacked to %s: %s".formatted(folder, notUnpacked.getMessage()),
                    notUnpacked);
        }
    }

    static String nameFor(Platform platform) {
        return switch (platform) {
            case LINUX_AMD64 -> "postgres-linux-x86_64";
            case LINUX_ARM64 -> "postgres-linux-arm_64";
            case DARWIN_AMD64 -> "postgres-darwin-x86_64";
            case DARWIN_ARM64 -> "postgres-darwin-arm_64";
        };
    }

    private static void unpack(InputStream packed, Path into) throws IOException {
        try (TarArchiveInputStream archive =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) throw new IOException("the archive leads outside: " + entry.getName());
                if (entry.isDirectory()) Files.createDirectories(path);
                else write(archive, entry, path);
            }
        }
    }

    private static void write(InputStream archive, TarArchiveEntry entry, Path path) throws IOException {
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, path);
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((entry.getMode() & 0100) != 0)
            permissions.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        Files.setPosixFilePermissions(path, permissions);
    }
}
