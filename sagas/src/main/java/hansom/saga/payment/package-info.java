/** What becomes of an order's money, from the reservation to the capture or the release. */
@NullMarked
package hansom.saga.payment;

import org.jspecify.annotations.NullMarked;
