/** Servers that a node starts beside itself: how they are begun, found again after a crash, and stopped. */
@NullMarked
package hansom.engines.process;

import org.jspecify.annotations.NullMarked;
