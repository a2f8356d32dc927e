/** The map as it is drawn: what is worth drawing, kept on disk by place and zoom, and cut into vector tiles when somebody looks. */
@NullMarked
package hansom.geo.tile;

import org.jspecify.annotations.NullMarked;
