/** Every message and value type that Hansom's parts share; plain records that know nothing of the parts. */
@NullMarked
package hansom.contract;

import org.jspecify.annotations.NullMarked;
