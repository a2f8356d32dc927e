/** Which parts of Hansom a node plays. */
@NullMarked
package hansom.engines.role;

import org.jspecify.annotations.NullMarked;
