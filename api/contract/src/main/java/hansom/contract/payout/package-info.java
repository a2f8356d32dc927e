/** Money sent to a driver or fleet for a day. */
@NullMarked
package hansom.contract.payout;

import org.jspecify.annotations.NullMarked;
