/** The extract of OpenStreetMap that a node serves, and the folder in which all that is built from it is kept. */
@NullMarked
package hansom.geo.map;

import org.jspecify.annotations.NullMarked;
