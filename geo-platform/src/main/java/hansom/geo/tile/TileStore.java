package hansom.geo.tile;

import hansom.contract.geo.GeoQuery.CutTile;
import hansom.contract.geo.MapTile;
import hansom.geo.map.MapFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tiles as they were cut, kept beside the atlas; each is cut when it is first asked for, and few at a time, so that rides go first. */
final class TileStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TileStore.class);

    private final String map;
    private final Atlas atlas;
    private final TileCutter cutter;
    private final Path folder;
    private final Semaphore cutting = new Semaphore(1, true);

    /** The tiles of a map. */
    static TileStore of(MapFolder map) {
        return new TileStore(map.folder(new TileLayer()), map.extract().hash());
    }

    TileStore(Path layer, String map) {
        this.map = map;
        this.atlas = Atlas.open(layer);
        this.cutter = new TileCutter(atlas);
        this.folder = layer.resolve("cut");
    }

    MapTile tile(CutTile asked) {
        Path file = folder.resolve("%d/%d/%d.mvt.gz".formatted(asked.zoom(), asked.column(), asked.row()));
        byte[] known = kept(file);
        return new MapTile(Base64.getEncoder().encodeToString(known.length > 0 ? known : cutNow(asked, file)), map);
    }

    /** Where nothing can be drawn. */
    MapTile none() {
        return new MapTile("", map);
    }

    private byte[] cutNow(CutTile asked, Path file) {
        cutting.acquireUninterruptibly();
        try {
            byte[] meanwhile = kept(file);
            if (meanwhile.length > 0) return meanwhile;
            byte[] tile = cutter.cut(asked);
            if (tile.length == 0) return tile;
            byte[] gzipped = gzipped(tile);
            keep(file, gzipped);
            return gzipped;
        } finally {
            cutting.release();
        }
    }

    private static byte[] kept(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException notYet) {
            return new byte[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A tile that cannot be kept is cut again the next time. */
    private void keep(Path file, byte[] tile) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "tile", ".part");
            Files.write(part, tile);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            LOG.warn("a tile of the map cannot be kept: {}", full.toString());
        }
    }

    private static byte[] gzipped(byte[] tile) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(tile);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        atlas.close();
    }
}
