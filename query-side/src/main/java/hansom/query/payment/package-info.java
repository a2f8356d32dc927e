/** How each order's payment stands, and what is in each purse. */
@NullMarked
package hansom.query.payment;

import org.jspecify.annotations.NullMarked;
