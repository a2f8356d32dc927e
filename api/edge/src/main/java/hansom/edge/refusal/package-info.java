/** How the public API says no: one shape for every refusal and failure. */
@NullMarked
package hansom.edge.refusal;

import org.jspecify.annotations.NullMarked;
