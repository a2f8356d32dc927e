package hansom.geo.road;

/** Where a car is before a way: in the one direction in which it moves, or free to leave in both. */
record Stand(Foothold place, boolean moves) {}
