/** Roads closed by an operator: which areas nobody may enter at an instant. */
@NullMarked
package hansom.geo.closure;

import org.jspecify.annotations.NullMarked;
