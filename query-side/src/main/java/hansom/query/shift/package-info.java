/** Shifts as the driver's phone shows them. */
@NullMarked
package hansom.query.shift;

import org.jspecify.annotations.NullMarked;
