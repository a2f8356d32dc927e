/** People's own texts and pictures: sealed on the way in, opened on the way out, nowhere else. */
@NullMarked
package hansom.edge.person;

import org.jspecify.annotations.NullMarked;
