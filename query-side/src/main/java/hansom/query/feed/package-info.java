/** What each person is told, numbered without gaps. */
@NullMarked
package hansom.query.feed;

import org.jspecify.annotations.NullMarked;
