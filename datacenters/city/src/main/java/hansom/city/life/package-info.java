/** What everybody in the city shares: its time, its places, and the kerb at which riders and drivers meet. */
@NullMarked
package hansom.city.life;

import org.jspecify.annotations.NullMarked;
