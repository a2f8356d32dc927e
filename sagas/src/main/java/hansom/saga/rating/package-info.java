/** From a finished ride to what rider and driver thought of it, and what follows for the driver's standing. */
@NullMarked
package hansom.saga.rating;

import org.jspecify.annotations.NullMarked;
