/** Decides: aggregates, prices, and the calls to provider and bank. */
@NullMarked
package hansom.command;

import org.jspecify.annotations.NullMarked;
