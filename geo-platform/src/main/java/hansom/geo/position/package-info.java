/** Where drivers are, who of them is free, and how many are wanted. */
@NullMarked
package hansom.geo.position;

import org.jspecify.annotations.NullMarked;
