package hansom.geo.tile;

import hansom.geo.tile.Drawn.Layer;

/** From which zoom an area is large enough to be seen. */
final class Sizes {
    private static final int PIXELS_OF_A_TILE = 512;
    private static final double PIXELS_TO_BE_SEEN = 6;
    private static final double PIXELS_OF_A_HOUSE = 3;
    private static final int LATEST = 14;
    private static final int LATEST_HOUSE = 15;

    private Sizes() {}

    static int leastZoom(Legend.Rule rule, double area) {
        boolean house = rule.layer() == Layer.HOUSE;
        double pixels = house ? PIXELS_OF_A_HOUSE : PIXELS_TO_BE_SEEN;
        double side = Math.max(1, Math.sqrt(area));
        double zoom = Math.log(pixels * Plane.SIDE / PIXELS_OF_A_TILE / side) / Math.log(2);
        int latest = house ? LATEST_HOUSE : LATEST;
        return Math.clamp((long) Math.ceil(zoom), Math.min(rule.leastZoom(), latest), latest);
    }
}
