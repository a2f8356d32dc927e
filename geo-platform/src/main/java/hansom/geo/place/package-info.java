/** What a person can name on the map: found while it is typed, by its whole name, and by a point. */
@NullMarked
package hansom.geo.place;

import org.jspecify.annotations.NullMarked;
