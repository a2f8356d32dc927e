/** How things look to apps: the JSON that REST answers and live frames share. */
@NullMarked
package hansom.edge.shape;

import org.jspecify.annotations.NullMarked;
