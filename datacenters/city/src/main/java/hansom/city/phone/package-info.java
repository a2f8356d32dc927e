/** A person's phone: how it speaks to the node, what it expects of the answers, and the diary it keeps. */
@NullMarked
package hansom.city.phone;

import org.jspecify.annotations.NullMarked;
