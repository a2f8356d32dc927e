package hansom.engines.backup;

import hansom.engines.StartRefused;
import hansom.engines.postgres.BaseCopy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of files with their checksums in {@code sums.sha256}, which {@code sha256sum -c} reads as well. The list is written last and says
 * at its end how long it is: a copy that was broken off or damaged shows.
 */
final class Sums {
    private static final String LIST = "sums.sha256";
    private static final String FOLDERS = "folders.txt";
    private static final String END = "# files=";

    private final Path root;
    private final Map<String, String> sums = new TreeMap<>();
    private final TreeSet<String> folders = new TreeSet<>();
    private long bytes;

    Sums(Path root) {
        this.root = root;
    }

    static void demandEmpty(Path folder) {
        try {
            if (Files.notExists(folder)) return;
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isEmpty()) return;
            }
            throw new StartRefused("%s is not empty, and nothing in it is overwritten".formatted(folder));
        } catch (IOException unreadable) {
            throw new StartRefused("%s cannot be used: %s".formatted(folder, unreadable.getMessage()), unreadable);
        }
    }

    /** A file that is gone meanwhile is left out. */
    void copy(String name, Path file) throws IOException {
        try (InputStream from = Files.newInputStream(file)) {
            put(name, from);
        } catch (NoSuchFileException gone) {
            folders.remove(name);
        }
    }

    void write(String name, String text) throws IOException {
        put(name, new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void put(String name, InputStream from) throws IOException {
        Path to = root.resolve(name);
        Files.createDirectories(to.getParent());
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                digest.update(buffer, 0, read);
                for (ByteBuffer part = ByteBuffer.wrap(buffer, 0, read); part.hasRemaining(); ) file.write(part);
                bytes += read;
            }
            file.force(true);
        }
        sums.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    /** Files of the server, under this folder. */
    BaseCopy.Target under(String prefix) {
        return new BaseCopy.Target() {
            @Override
            public void copy(String name, Path file) throws IOException {
                Sums.this.copy(prefix + "/" + name, file);
            }

            @Override
            public void write(String name, String text) throws IOException {
                Sums.this.write(prefix + "/" + name, text);
            }

            @Override
            public void folder(String name) {
                folders.add(prefix + "/" + name);
            }
        };
    }

    void finish() throws IOException {
        write(FOLDERS, String.join("\n", folders) + "\n");
        String list = sums.entrySet().stream()
                .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                .collect(Collectors.joining("", "", END + sums.size() + "\n"));
        write(LIST, list);
        sums.remove(LIST);
    }

    int files() {
        return sums.size();
    }

    long bytes() {
        return bytes;
    }

    /** What the list says of a folder; refused when the list is not whole, or a file is missing, changed or not on it. */
    static List<String> proven(Path root) {
        try {
            Map<String, String> listed = listed(root);
            List<String> wrong = new ArrayList<>();
            for (Map.Entry<String, String> file : listed.entrySet())
                if (!file.getValue().equals(sumOf(root.resolve(file.getKey())))) wrong.add(file.getKey());
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(Files::isRegularFile)
                        .map(file -> root.relativize(file).toString())
                        .filter(name -> !name.equals(LIST) && !listed.containsKey(name))
                        .forEach(wrong::add);
            }
            if (!wrong.isEmpty())
                throw new StartRefused("the backup %s is damaged: %d of its files are not as they were, first of all %s"
                        .formatted(root, wrong.size(), wrong.getFirst()));
            return List.copyOf(listed.keySet());
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "the backup %s cannot be read: %s".formatted(root, unreadable.getMessage()), unreadable);
        }
    }

    private static Map<String, String> listed(Path root) throws IOException {
        Path list = root.resolve(LIST);
        if (Files.notExists(list))
            throw new StartRefused("%s is no backup, or one that was broken off".formatted(root));
        List<String> lines = Files.readAllLines(list);
        Map<String, String> listed = new TreeMap<>();
        for (String line : lines)
            if (line.length() > 66 && !line.startsWith("#")) listed.put(line.substring(66), line.substring(0, 64));
        if (lines.isEmpty() || !lines.getLast().equals(END + listed.size()))
            throw new StartRefused("the backup %s is damaged: its list of checksums is not whole".formatted(root));
        return listed;
    }

    private static String sumOf(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream from = Files.newInputStream(file)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) digest.update(buffer, 0, read);
        } catch (NoSuchFileException missing) {
            return "missing";
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The folders of the server, the empty ones too. */
    static List<String> foldersOf(Path root) throws IOException {
        return Files.readAllLines(root.resolve(FOLDERS)).stream()
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** Whether a file belongs to the list itself rather than to what was saved. */
    static boolean ofTheList(String name) {
        return name.equals(FOLDERS) || name.equals(LIST);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
