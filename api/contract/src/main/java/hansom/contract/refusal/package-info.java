/** How a part of Hansom says no. */
@NullMarked
package hansom.contract.refusal;

import org.jspecify.annotations.NullMarked;
