/** Orders as riders, drivers and operators see them, and which look for a driver. */
@NullMarked
package hansom.query.order;

import org.jspecify.annotations.NullMarked;
