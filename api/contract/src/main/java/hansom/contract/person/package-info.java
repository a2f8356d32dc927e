/** What protects a person's own fields. */
@NullMarked
package hansom.contract.person;

import org.jspecify.annotations.NullMarked;
