/** The rider's wish to be driven, from placed to completed; the trip is part of it. */
@NullMarked
package hansom.contract.order;

import org.jspecify.annotations.NullMarked;
