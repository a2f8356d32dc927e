/** Closed roads, as operators tell them. */
@NullMarked
package hansom.command.closure;

import org.jspecify.annotations.NullMarked;
