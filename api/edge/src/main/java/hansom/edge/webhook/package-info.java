/** Thin notices of what happened, posted in order to the addresses that developers named, signed, repeated until taken, replayable. */
@NullMarked
package hansom.edge.webhook;

import org.jspecify.annotations.NullMarked;
