/** How messages become JSON: by the shape of their records alone, so that the contract carries no annotations of a mapper. */
@NullMarked
package hansom.engines.json;

import org.jspecify.annotations.NullMarked;
