/** The map: points, roads, and who is near. */
@NullMarked
package hansom.geo;

import org.jspecify.annotations.NullMarked;
