/** Riders: what they wish, how they order, wait, ride and pay. */
@NullMarked
package hansom.city.rider;

import org.jspecify.annotations.NullMarked;
