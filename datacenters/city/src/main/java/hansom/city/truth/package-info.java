/** What is really so in the city and told to nobody: how fast roads are, how people drive, walk and wish. */
@NullMarked
package hansom.city.truth;

import org.jspecify.annotations.NullMarked;
