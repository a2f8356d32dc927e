/** A Nominatim beside the index: two ways of asking it, what its answers mean here, and what happens when it does not answer. */
@NullMarked
package hansom.geo.nominatim;

import org.jspecify.annotations.NullMarked;
