/** Points, places, roads, positions and the questions the map answers. */
@NullMarked
package hansom.contract.geo;

import org.jspecify.annotations.NullMarked;
