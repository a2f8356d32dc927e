/** The counting: what people wrote down while they were promised it, against what the node keeps, and money against the provider's and the bank's own books. */
@NullMarked
package hansom.drill.book;

import org.jspecify.annotations.NullMarked;
