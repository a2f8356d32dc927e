/** How a part of the command side says no. */
@NullMarked
package hansom.command.refusal;

import org.jspecify.annotations.NullMarked;
