/** Calls to the outside world: noted first, made after, never lost. */
@NullMarked
package hansom.engines.work;

import org.jspecify.annotations.NullMarked;
