package hansom.geo.tile;

import hansom.contract.geo.GeoQuery.CutTile;
import hansom.contract.geo.MapTile;
import hansom.geo.map.Served;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what is asked of the drawn map. */
class TileQueries {
    private final Served<TileStore> tiles;

    TileQueries(Served<TileStore> tiles) {
        this.tiles = tiles;
    }

    @QueryHandler
    MapTile handle(CutTile asked) {
        long side = asked.zoom() >= 0 && asked.zoom() <= MapTile.DEEPEST_ZOOM ? 1L << asked.zoom() : 0;
        boolean there = asked.column() >= 0 && asked.column() < side && asked.row() >= 0 && asked.row() < side;
        return tiles.ask(store -> there ? store.tile(asked) : store.none());
    }
}
