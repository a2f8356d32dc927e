package hansom.contract.geo;

/**
 * The map that a node serves: the corners of its roads, a point on a road in the middle of its largest connected network, its hash, and
 * the attribution to be shown wherever it is drawn.
 */
public record MapInfo(String name, Point southWest, Point northEast, Point centre, String hash, String attribution) {}
