/** What each person is told, in order. */
@NullMarked
package hansom.contract.feed;

import org.jspecify.annotations.NullMarked;
