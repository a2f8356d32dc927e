/** The pages that the node serves itself: their files, their rules for the browser, and the map and the living city that they show. */
@NullMarked
package hansom.edge.page;

import org.jspecify.annotations.NullMarked;
