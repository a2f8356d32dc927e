/** Keys of persons and of the node, and what is sealed with them. */
@NullMarked
package hansom.engines.keys;

import org.jspecify.annotations.NullMarked;
