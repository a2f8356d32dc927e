/** The provider of card payments and the bank, each behind a port, with the adapters that play or call them. */
@NullMarked
package hansom.command.gateway;

import org.jspecify.annotations.NullMarked;
