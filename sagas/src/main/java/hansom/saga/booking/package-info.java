/** From a placed order to the driver who drives it, or to the word that nobody was found. */
@NullMarked
package hansom.saga.booking;

import org.jspecify.annotations.NullMarked;
