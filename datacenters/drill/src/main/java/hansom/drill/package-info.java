/** Breaks a node on purpose and counts what was promised against what is there afterwards. */
@NullMarked
package hansom.drill;

import org.jspecify.annotations.NullMarked;
