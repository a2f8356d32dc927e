/** Roads that drivers use and the map lacks: gathered from where recordings strayed, shown once enough drivers agree. */
@NullMarked
package hansom.geo.missing;

import org.jspecify.annotations.NullMarked;
