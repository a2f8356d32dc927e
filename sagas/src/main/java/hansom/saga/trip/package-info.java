/** From the end of a trip to its final fare. */
@NullMarked
package hansom.saga.trip;

import org.jspecify.annotations.NullMarked;
