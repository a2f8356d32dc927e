/** What rider and driver thought of one ride, blind until both have spoken or a day has passed. */
@NullMarked
package hansom.command.rating;

import org.jspecify.annotations.NullMarked;
