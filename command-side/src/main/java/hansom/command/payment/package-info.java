/** The money of one order, and the purses it may come from: what is reserved, taken and given back, and the calls that make it so. */
@NullMarked
package hansom.command.payment;

import org.jspecify.annotations.NullMarked;
