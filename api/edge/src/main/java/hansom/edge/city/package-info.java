/** The living city as anybody may watch it: where cars are, how orders fare, the story of each. */
@NullMarked
package hansom.edge.city;

import org.jspecify.annotations.NullMarked;
