/** The end of a business day, and what is then sent to drivers and fleets. */
@NullMarked
package hansom.saga.payout;

import org.jspecify.annotations.NullMarked;
