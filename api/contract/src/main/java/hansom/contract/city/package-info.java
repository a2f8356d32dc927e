/** The whole city at a glance: orders that are under way, and figures of how it does. */
@NullMarked
package hansom.contract.city;

import org.jspecify.annotations.NullMarked;
