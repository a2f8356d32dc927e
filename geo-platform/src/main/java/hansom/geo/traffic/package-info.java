/** How fast the roads are driven at this moment, learned from those who drive them. */
@NullMarked
package hansom.geo.traffic;

import org.jspecify.annotations.NullMarked;
