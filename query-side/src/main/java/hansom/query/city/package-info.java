/** The city at a glance, kept in memory from the events of the last hours. */
@NullMarked
package hansom.query.city;

import org.jspecify.annotations.NullMarked;
