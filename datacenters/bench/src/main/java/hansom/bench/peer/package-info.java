/** Routing engines of others, asked by HTTP on this machine what Hansom is asked. */
@NullMarked
package hansom.bench.peer;

import org.jspecify.annotations.NullMarked;
