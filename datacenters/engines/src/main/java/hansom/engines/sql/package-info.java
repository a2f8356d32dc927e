/** The one seam between the databases: dialect, transactions, migrations. */
@NullMarked
package hansom.engines.sql;

import org.jspecify.annotations.NullMarked;
