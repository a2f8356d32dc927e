/** Riders: their profile, places, contacts and cards, and whether they may order. */
@NullMarked
package hansom.command.rider;

import org.jspecify.annotations.NullMarked;
