package hansom.geo.missing;

/** Who drove there, and for whom, under names that only this node can make. */
record Witness(long driver, long rider) {}
