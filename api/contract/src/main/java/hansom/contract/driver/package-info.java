/** Who may drive, with which papers and vehicles. */
@NullMarked
package hansom.contract.driver;

import org.jspecify.annotations.NullMarked;
