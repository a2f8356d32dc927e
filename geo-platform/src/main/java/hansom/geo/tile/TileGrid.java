package hansom.geo.tile;

import hansom.contract.geo.GeoQuery.CutTile;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;

/** Where one tile lies on the plane, and the plane as seen in the tile: 4096 units a side, y downwards. */
final class TileGrid implements CoordinateSequenceFilter {
    static final int UNITS = 4096;

    /** So much is drawn beyond a tile's edges that no stroke ends there and the next tile fits. */
    static final int MARGIN = 96;

    static final Envelope INSIDE = new Envelope(0, UNITS, 0, UNITS);
    static final Envelope WITH_MARGIN = new Envelope(-MARGIN, UNITS + MARGIN, -MARGIN, UNITS + MARGIN);

    private final double side;
    private final double west;
    private final double north;

    TileGrid(CutTile tile) {
        side = (double) Plane.SIDE / (1L << tile.zoom());
        west = tile.column() * side;
        north = tile.row() * side;
    }

    /** The part of the plane that is drawn. */
    Envelope onPlane() {
        double margin = side * MARGIN / UNITS;
        return new Envelope(west - margin, west + side + margin, north - margin, north + side + margin);
    }

    @Override
    public void filter(CoordinateSequence points, int i) {
        points.setOrdinate(i, Coordinate.X, (points.getX(i) - west) / side * UNITS);
        points.setOrdinate(i, Coordinate.Y, (points.getY(i) - north) / side * UNITS);
    }

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public boolean isGeometryChanged() {
        return true;
    }
}
