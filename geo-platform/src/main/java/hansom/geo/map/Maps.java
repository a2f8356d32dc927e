package hansom.geo.map;

import hansom.engines.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All maps that a node has built, a folder each, and which of them it serves: the one that its settings name, or the one that an operator
 * had it go over to since. That holds as long as the settings name the same map as then.
 */
final class Maps {
    private static final Logger LOG = LoggerFactory.getLogger(Maps.class);
    private static final String CHOICE = "served.properties";
    /** By its ending a reader knows what it may be. */
    private static final String COPY = "extract.osm";

    private static final String FOLDER_OF_A_MAP = "[0-9a-f]{16}";

    private final Path folder;
    private final String setting;
    private final String insteadOf;
    private final MapFolder served;

    private Maps(Path folder, String setting, String insteadOf, Extract served) {
        this.folder = folder;
        this.setting = setting;
        this.insteadOf = insteadOf;
        this.served = new MapFolder(served, folder);
    }

    /** {@code setting} is a path, or empty for the map that comes with the node. Refuses the start when there is none to serve. */
    static Maps open(String setting, Path folder) {
        Optional<Properties> choice = choice(folder).filter(chosen -> Files.isRegularFile(copy(chosen, folder)));
        Extract named;
        try {
            named = MapConfiguration.extract(setting);
        } catch (StartRefused gone) {
            // Whoever has updated the map needs the file no more that he began with.
            Properties chosen = choice.filter(of -> setting.equals(of.getProperty("setting")))
                    .orElseThrow(() -> gone);
            return new Maps(folder, setting, chosen.getProperty("instead_of", ""), extract(chosen, folder));
        }
        if (choice.isEmpty()) return new Maps(folder, setting, named.hash(), named);
        Properties chosen = choice.get();
        if (named.hash().equals(chosen.getProperty("instead_of", "")))
            return new Maps(folder, setting, named.hash(), extract(chosen, folder));
        LOG.info("the settings name another map since the last update, and it is served");
        return new Maps(folder, setting, named.hash(), named);
    }

    private static Optional<Properties> choice(Path folder) {
        Path file = folder.resolve(CHOICE);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try (InputStream in = Files.newInputStream(file)) {
            Properties chosen = new Properties();
            chosen.load(in);
            return Optional.of(chosen).filter(of -> of.getProperty("hash", "").matches("[0-9a-f]{64}"));
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "%s cannot be read: %s; without it the map of the settings is served"
                            .formatted(file, unreadable.getMessage()),
                    unreadable);
        }
    }

    private static Path copy(Properties chosen, Path folder) {
        return MapFolder.of(chosen.getProperty("hash", ""), folder).resolve(COPY);
    }

    private static Extract extract(Properties chosen, Path folder) {
        Path copy = copy(chosen, folder);
        return new Extract(
                chosen.getProperty("name", ""),
                chosen.getProperty("file", ""),
                chosen.getProperty("hash", ""),
                () -> Files.newInputStream(copy));
    }

    /** The map at the start of the node. */
    MapFolder served() {
        return served;
    }

    /** Copies an extract into the folder of its map. */
    MapFolder take(Path file) throws IOException {
        Path part = folder.resolve("update.part");
        Extract extract = Extract.copied(file, part);
        MapFolder map =
                new MapFolder(extract.in(MapFolder.of(extract.hash(), folder).resolve(COPY)), folder);
        Files.createDirectories(map.path());
        MapFolder.persist(part);
        Files.move(part, map.path().resolve(COPY), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return map;
    }

    /** The extract of a map that was taken. */
    static Path extract(MapFolder map) {
        return map.path().resolve(COPY);
    }

    /** The map is served also after a restart. */
    void choose(Extract extract) throws IOException {
        Properties chosen = new Properties();
        chosen.setProperty("setting", setting);
        chosen.setProperty("instead_of", insteadOf);
        chosen.setProperty("name", extract.name());
        chosen.setProperty("file", extract.file());
        chosen.setProperty("hash", extract.hash());
        Path part = folder.resolve(CHOICE + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            chosen.store(out, "the map that is served instead of that of the settings");
        }
        MapFolder.persist(part);
        Files.move(part, folder.resolve(CHOICE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Only these maps are kept, and the one that the settings name. */
    void keepOnly(List<Extract> wanted) {
        Set<Path> kept = Stream.concat(Stream.of(insteadOf), wanted.stream().map(Extract::hash))
                .map(hash -> MapFolder.of(hash, folder))
                .collect(Collectors.toSet());
        try (Stream<Path> maps = Files.list(folder)) {
            for (Path map : maps.filter(path -> path.getFileName().toString().matches(FOLDER_OF_A_MAP))
                    .toList()) if (!kept.contains(map)) MapFolder.remove(map);
        } catch (IOException | UncheckedIOException left) {
            LOG.warn("maps that are served no more are left on the disk: {}", left.toString());
        }
    }
}
