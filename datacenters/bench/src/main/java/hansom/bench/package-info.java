/** Measures a node from outside and prints what was measured; asserts nothing. */
@NullMarked
package hansom.bench;

import org.jspecify.annotations.NullMarked;
