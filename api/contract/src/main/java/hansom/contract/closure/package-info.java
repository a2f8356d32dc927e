/** Roads closed by an operator. */
@NullMarked
package hansom.contract.closure;

import org.jspecify.annotations.NullMarked;
