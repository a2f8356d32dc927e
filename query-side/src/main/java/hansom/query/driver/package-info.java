/** Drivers, their papers and standing. */
@NullMarked
package hansom.query.driver;

import org.jspecify.annotations.NullMarked;
