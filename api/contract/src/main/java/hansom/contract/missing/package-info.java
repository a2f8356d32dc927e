/** Roads that drivers use and the map lacks. */
@NullMarked
package hansom.contract.missing;

import org.jspecify.annotations.NullMarked;
