/** Orders: what may become of a rider's wish to be driven, the trip included. */
@NullMarked
package hansom.command.order;

import org.jspecify.annotations.NullMarked;
