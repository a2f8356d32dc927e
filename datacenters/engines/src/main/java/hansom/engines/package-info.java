/** The engines a node runs on; knows nothing of rides. */
@NullMarked
package hansom.engines;

import org.jspecify.annotations.NullMarked;
