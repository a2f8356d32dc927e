/** What rider and driver thought of one ride. */
@NullMarked
package hansom.contract.rating;

import org.jspecify.annotations.NullMarked;
