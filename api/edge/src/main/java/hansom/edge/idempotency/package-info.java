/** The same call sent twice is one call: answers kept by the key that came with them. */
@NullMarked
package hansom.edge.idempotency;

import org.jspecify.annotations.NullMarked;
