package hansom.geo.tile;

import hansom.geo.map.Layer;
import java.io.IOException;
import java.nio.file.Path;

/** The atlas of a map, from which its tiles are cut. */
final class TileLayer implements Layer {
    @Override
    public String name() {
        return "tiles-1";
    }

    @Override
    public void build(Path extract, Path folder) throws IOException {
        AtlasWriter atlas = new AtlasWriter();
        Survey.of(extract, atlas::add);
        atlas.write(folder);
    }
}
