/** Which web pages of other addresses may call from a browser. */
@NullMarked
package hansom.edge.origin;

import org.jspecify.annotations.NullMarked;
