/** Shifts: who is free to drive, what he was shown, and what he holds; the single writer of "who drives". */
@NullMarked
package hansom.command.shift;

import org.jspecify.annotations.NullMarked;
