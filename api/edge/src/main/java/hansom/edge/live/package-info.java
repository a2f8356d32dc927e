/** Who is connected where; what is pushed to whom; how a lost connection goes on without a gap. */
@NullMarked
package hansom.edge.live;

import org.jspecify.annotations.NullMarked;
