/** Paths of the driver's app: application, shift, offers, driven orders, positions, money. */
@NullMarked
package hansom.edge.driver;

import org.jspecify.annotations.NullMarked;
