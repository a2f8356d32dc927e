/** Everything in the city that looks like chance, drawn from its seed. */
@NullMarked
package hansom.city.chance;

import org.jspecify.annotations.NullMarked;
