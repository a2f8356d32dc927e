/** From a driver's wish to drive to the end of the shift, and the watch over phones that fall silent. */
@NullMarked
package hansom.saga.shift;

import org.jspecify.annotations.NullMarked;
