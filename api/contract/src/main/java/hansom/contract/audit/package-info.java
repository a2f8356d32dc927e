/** An order's story as it was stored. */
@NullMarked
package hansom.contract.audit;

import org.jspecify.annotations.NullMarked;
