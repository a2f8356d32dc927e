/** Amounts of money. */
@NullMarked
package hansom.contract.money;

import org.jspecify.annotations.NullMarked;
