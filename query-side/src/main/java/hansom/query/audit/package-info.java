/** The past: an order's story from its events alone. */
@NullMarked
package hansom.query.audit;

import org.jspecify.annotations.NullMarked;
