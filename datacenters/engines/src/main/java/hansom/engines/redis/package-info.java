/** Redis inside the node, or named from outside. */
@NullMarked
package hansom.engines.redis;

import org.jspecify.annotations.NullMarked;
