/** Tests of rebuilding views. */
@NullMarked
package hansom.query.rebuild;

import org.jspecify.annotations.NullMarked;
