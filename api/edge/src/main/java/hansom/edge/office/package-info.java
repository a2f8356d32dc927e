/** Paths of the operator's console: people, orders, money, closed roads, the past, what is parked. */
@NullMarked
package hansom.edge.office;

import org.jspecify.annotations.NullMarked;
