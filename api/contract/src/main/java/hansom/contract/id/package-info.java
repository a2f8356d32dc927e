/** How things are named: prefixed, time-ordered identifiers with the home region inside. */
@NullMarked
package hansom.contract.id;

import org.jspecify.annotations.NullMarked;
