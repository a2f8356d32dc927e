/** How a controller tells and asks the rest of Hansom, and what it answers with. */
@NullMarked
package hansom.edge.ask;

import org.jspecify.annotations.NullMarked;
