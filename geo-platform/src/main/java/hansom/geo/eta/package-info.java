/** What completed trips say about how long ways take, beyond what the roads say. */
@NullMarked
package hansom.geo.eta;

import org.jspecify.annotations.NullMarked;
