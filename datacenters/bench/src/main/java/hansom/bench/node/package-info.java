/** A node as its operator sees it: started by the script, watched as processes, killed. */
@NullMarked
package hansom.bench.node;

import org.jspecify.annotations.NullMarked;
