package hansom.engines.axon;

/** Who this node is to the others; the same after a restart on the same data, so that it goes on where it was killed. */
record NodeName(String value) {}
