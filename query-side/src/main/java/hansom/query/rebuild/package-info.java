/** Views made once more from the stored events, beside those that answer, which then go over to them. */
@NullMarked
package hansom.query.rebuild;

import org.jspecify.annotations.NullMarked;
