/** The roads of the map: where the nearest one is, how long a way takes, and which way is the fastest. */
@NullMarked
package hansom.geo.road;

import org.jspecify.annotations.NullMarked;
