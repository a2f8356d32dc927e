/** How parts of a node publish what they count, so that it is seen from outside. */
@NullMarked
package hansom.engines.meter;

import org.jspecify.annotations.NullMarked;
