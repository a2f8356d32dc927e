/** Where a node's time goes: read from the recording of its JVM's own flight recorder. */
@NullMarked
package hansom.bench.profile;

import org.jspecify.annotations.NullMarked;
