/** The way that each driver keeps to, and when another one takes its place. */
@NullMarked
package hansom.geo.guide;

import org.jspecify.annotations.NullMarked;
