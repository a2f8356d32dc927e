/** Measures how fast the past is read again, on a data folder that nobody needs any more. */
@NullMarked
package hansom.replay;

import org.jspecify.annotations.NullMarked;
