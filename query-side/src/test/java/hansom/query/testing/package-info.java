/** People, rides and a database that tests of views are told with. */
@NullMarked
package hansom.query.testing;

import org.jspecify.annotations.NullMarked;
