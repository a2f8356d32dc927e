/** Ratings of rides, and everybody's mean. */
@NullMarked
package hansom.query.rating;

import org.jspecify.annotations.NullMarked;
