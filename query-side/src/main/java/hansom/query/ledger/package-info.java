/** The book: postings of every event, balances, and the proof that they hold. */
@NullMarked
package hansom.query.ledger;

import org.jspecify.annotations.NullMarked;
