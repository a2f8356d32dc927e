/** Paths of the rider's app: places, quotes, orders, history, the rider's own page. */
@NullMarked
package hansom.edge.rider;

import org.jspecify.annotations.NullMarked;
