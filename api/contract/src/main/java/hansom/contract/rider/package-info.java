/** Who may order. */
@NullMarked
package hansom.contract.rider;

import org.jspecify.annotations.NullMarked;
