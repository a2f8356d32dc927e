/** What a ride costs: tariffs, quotes and fares. */
@NullMarked
package hansom.contract.fare;

import org.jspecify.annotations.NullMarked;
