/** The business clock. */
@NullMarked
package hansom.engines.clock;

import org.jspecify.annotations.NullMarked;
