/** PostgreSQL inside the node, or named from outside. */
@NullMarked
package hansom.engines.postgres;

import org.jspecify.annotations.NullMarked;
