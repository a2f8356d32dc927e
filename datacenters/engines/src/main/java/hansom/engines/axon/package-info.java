/** Axon Framework, every bean of it declared by us: buses, event store, schedules, tokens, sagas, processors, and the check at start that they are the right ones. */
@NullMarked
package hansom.engines.axon;

import org.jspecify.annotations.NullMarked;
