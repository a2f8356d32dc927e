package hansom.geo.road;

import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;

/** A point moved to the nearest road, and how far it was moved. */
public record Snap(Point onRoad, Distance away) {}
