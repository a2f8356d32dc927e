package hansom.geo.tile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** One thing on the map: its layer and kind, the zoom from which it is seen, what is written beside it, and its outline on the {@link Plane}. */
record Drawn(Layer layer, String kind, int leastZoom, Map<String, String> words, Geometry outline) {
    Drawn {
        words = Map.copyOf(words);
    }

    /** The layers of a tile, by the names under which pages know them. */
    enum Layer {
        LAND,
        WATER,
        HOUSE,
        ROAD,
        RAIL,
        LABEL;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What a tile says of it. */
    Map<String, Object> said(boolean withNames) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("kind", kind);
        words.forEach((key, value) -> {
            if (withNames || !key.startsWith("name")) said.put(key, value);
        });
        return said;
    }
}
