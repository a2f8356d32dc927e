/** Which order is offered to which driver, and why not to the others. */
@NullMarked
package hansom.geo.matching;

import org.jspecify.annotations.NullMarked;
