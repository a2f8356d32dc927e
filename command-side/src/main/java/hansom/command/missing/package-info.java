/** What operators say of roads that the map lacks. */
@NullMarked
package hansom.command.missing;

import org.jspecify.annotations.NullMarked;
