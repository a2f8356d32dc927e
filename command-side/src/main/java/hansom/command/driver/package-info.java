/** Drivers: their vehicles and papers, and whether they may drive. */
@NullMarked
package hansom.command.driver;

import org.jspecify.annotations.NullMarked;
