/** A city of seeded riders and drivers who know the public API and nothing else; it lives, and checks what it is told. */
@NullMarked
package hansom.city;

import org.jspecify.annotations.NullMarked;
