package hansom.geo.tile;

import hansom.contract.geo.GeoQuery.CutTile;
import hansom.contract.geo.MapTile;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what is asked of the drawn map. */
class TileQueries {
    private final TileStore store;

    TileQueries(TileStore store) {
        this.store = store;
    }

    @QueryHandler
    MapTile handle(CutTile asked) {
        long side = asked.zoom() >= 0 && asked.zoom() <= MapTile.DEEPEST_ZOOM ? 1L << asked.zoom() : 0;
        boolean there = asked.column() >= 0 && asked.column() < side && asked.row() >= 0 && asked.row() < side;
        return there ? store.tile(asked) : new MapTile("");
    }
}
