/** Measures how well and how dearly places are found, on questions made from the extract itself; knows nothing of how the index writes words. */
@NullMarked
package hansom.geocode;

import org.jspecify.annotations.NullMarked;
