/** How a saga hears a "no" from an aggregate. */
@NullMarked
package hansom.saga.refusal;

import org.jspecify.annotations.NullMarked;
