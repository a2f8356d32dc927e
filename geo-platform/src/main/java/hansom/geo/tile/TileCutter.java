package hansom.geo.tile;

import hansom.contract.geo.GeoQuery.CutTile;
import hansom.contract.geo.MapTile;
import hansom.geo.tile.Drawn.Layer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtEncoder;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** Cuts a tile out of the atlas: what lies in it and around its edges, simplified for its zoom, pieces of one road joined. */
final class TileCutter {
    private static final int NAMES_FROM = 13;
    private static final double UNITS_A_PIXEL = TileGrid.UNITS / 512.0;

    private final Atlas atlas;
    private final GeometryFactory geometry = new GeometryFactory();

    TileCutter(Atlas atlas) {
        this.atlas = atlas;
    }

    /** The tile's bytes; none when nothing is in it. */
    byte[] cut(CutTile tile) {
        TileGrid grid = new TileGrid(tile);
        boolean deepest = tile.zoom() >= MapTile.DEEPEST_ZOOM;
        Scissors scissors = new Scissors(
                geometry, deepest ? 1 : UNITS_A_PIXEL / 2, deepest ? 4 : UNITS_A_PIXEL * UNITS_A_PIXEL * 2);
        Map<Layer, Map<Map<String, Object>, List<Geometry>>> layers = new EnumMap<>(Layer.class);
        atlas.within(grid.onPlane(), tile.zoom(), drawn -> {
            Geometry outline = drawn.outline();
            outline.apply(grid);
            scissors.cut(outline)
                    .ifPresent(piece -> layers.computeIfAbsent(drawn.layer(), first -> new LinkedHashMap<>())
                            .computeIfAbsent(
                                    drawn.said(drawn.layer() == Layer.LABEL || tile.zoom() >= NAMES_FROM),
                                    first -> new ArrayList<>())
                            .add(piece));
        });
        if (layers.isEmpty()) return new byte[0];
        List<JtsLayer> written = layers.entrySet().stream()
                .map(layer -> new JtsLayer(layer.getKey().wire(), said(layer.getValue()), TileGrid.UNITS))
                .toList();
        return MvtEncoder.encode(
                new JtsMvt(written), new MvtLayerParams(TileGrid.UNITS), new UserDataKeyValueMapConverter());
    }

    private List<Geometry> said(Map<Map<String, Object>, List<Geometry>> things) {
        List<Geometry> all = new ArrayList<>();
        things.forEach((words, pieces) -> {
            for (Geometry piece : joined(pieces)) {
                piece.setUserData(words);
                all.add(piece);
            }
        });
        return all;
    }

    /** Lines that say the same become one where they meet. */
    private static Collection<? extends Geometry> joined(List<Geometry> pieces) {
        if (pieces.size() == 1 || pieces.getFirst().getDimension() != 1) return pieces;
        LineMerger merger = new LineMerger();
        merger.add(pieces);
        List<Geometry> lines = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) lines.add((Geometry) line);
        return lines;
    }
}
