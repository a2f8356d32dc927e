/** The processes in which two aggregates meet. */
@NullMarked
package hansom.saga;

import org.jspecify.annotations.NullMarked;
