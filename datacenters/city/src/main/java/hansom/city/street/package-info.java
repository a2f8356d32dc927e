/** The city's own roads and places, read from the map file. */
@NullMarked
package hansom.city.street;

import org.jspecify.annotations.NullMarked;
