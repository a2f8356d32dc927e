/** The node's own roads, opened without a node, and GraphHopper's beside them: what a single answer costs cannot be seen from outside. */
@NullMarked
package hansom.bench.road;

import org.jspecify.annotations.NullMarked;
