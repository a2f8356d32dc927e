/** What is seen of a node from outside. */
@NullMarked
package hansom.monitoring;

import org.jspecify.annotations.NullMarked;
