/** Translates between apps and Hansom; never decides. */
@NullMarked
package hansom.edge;

import org.jspecify.annotations.NullMarked;
