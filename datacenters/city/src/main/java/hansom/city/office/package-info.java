/** What an operator looks up when the days are over. */
@NullMarked
package hansom.city.office;

import org.jspecify.annotations.NullMarked;
