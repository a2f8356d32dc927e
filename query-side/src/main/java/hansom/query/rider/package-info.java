/** Riders' own pages. */
@NullMarked
package hansom.query.rider;

import org.jspecify.annotations.NullMarked;
