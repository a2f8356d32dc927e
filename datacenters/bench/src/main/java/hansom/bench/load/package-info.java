/** Whole rides offered to a node at a rate, each step's id counted at both ends. */
@NullMarked
package hansom.bench.load;

import org.jspecify.annotations.NullMarked;
