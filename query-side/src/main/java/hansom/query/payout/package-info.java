/** What was sent to drivers and fleets. */
@NullMarked
package hansom.query.payout;

import org.jspecify.annotations.NullMarked;
