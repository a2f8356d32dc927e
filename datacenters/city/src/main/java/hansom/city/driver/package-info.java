/** Drivers: how they apply, wait, take orders, drive and go home. */
@NullMarked
package hansom.city.driver;

import org.jspecify.annotations.NullMarked;
