/** Prices: what a ride will cost, why, and that the promise is ours. */
@NullMarked
package hansom.command.fare;

import org.jspecify.annotations.NullMarked;
