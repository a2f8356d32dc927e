/** A driver's working stretch and the offers made to it. */
@NullMarked
package hansom.contract.shift;

import org.jspecify.annotations.NullMarked;
