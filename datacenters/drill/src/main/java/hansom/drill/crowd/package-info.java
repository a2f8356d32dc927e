/** A few riders and drivers who write down every promise before they go on. */
@NullMarked
package hansom.drill.crowd;

import org.jspecify.annotations.NullMarked;
