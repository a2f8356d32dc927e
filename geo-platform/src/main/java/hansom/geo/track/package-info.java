/** The track of a trip: cleaned, matched to roads, kept under the rider's key, and given out as a file. */
@NullMarked
package hansom.geo.track;

import org.jspecify.annotations.NullMarked;
