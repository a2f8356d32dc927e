/** Money sent to drivers and fleets: the payout, the business day that it is for, and the calls to the bank. */
@NullMarked
package hansom.command.payout;

import org.jspecify.annotations.NullMarked;
