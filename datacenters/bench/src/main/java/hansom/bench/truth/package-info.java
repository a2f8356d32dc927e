/** What the node learns of the traffic and tells of times, held against how the city's roads really are. */
@NullMarked
package hansom.bench.truth;

import org.jspecify.annotations.NullMarked;
