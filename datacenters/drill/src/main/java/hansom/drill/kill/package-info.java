/** When a node is killed, how much of it, and how it is started again. */
@NullMarked
package hansom.drill.kill;

import org.jspecify.annotations.NullMarked;
