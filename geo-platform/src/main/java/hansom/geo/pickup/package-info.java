/** Where a rider gets in: doors of houses, ways on foot from them, and kerbs at which a car may stop. */
@NullMarked
package hansom.geo.pickup;

import org.jspecify.annotations.NullMarked;
