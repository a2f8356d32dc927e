/** Money taken from a rider for one order. */
@NullMarked
package hansom.contract.payment;

import org.jspecify.annotations.NullMarked;
