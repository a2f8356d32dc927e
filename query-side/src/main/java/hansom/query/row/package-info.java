/** How views are kept: one row each, as JSON beside the columns by which it is found. */
@NullMarked
package hansom.query.row;

import org.jspecify.annotations.NullMarked;
