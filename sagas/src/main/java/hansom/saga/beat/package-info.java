/** Work that is done again and again by one node of those that could. */
@NullMarked
package hansom.saga.beat;

import org.jspecify.annotations.NullMarked;
