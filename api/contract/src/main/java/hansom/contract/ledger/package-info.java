/** Double-entry book-keeping as seen from outside. */
@NullMarked
package hansom.contract.ledger;

import org.jspecify.annotations.NullMarked;
