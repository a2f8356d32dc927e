/** A customizable contraction hierarchy over plain arrays: ways between nodes of a road graph in microseconds, on weights that may all be new. */
@NullMarked
package hansom.geo.hierarchy;

import org.jspecify.annotations.NullMarked;
