/** Projections of events into views, and the answers read from them. */
@NullMarked
package hansom.query;

import org.jspecify.annotations.NullMarked;
