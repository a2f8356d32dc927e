/** The folder in which a node keeps everything of its own. */
@NullMarked
package hansom.engines.data;

import org.jspecify.annotations.NullMarked;
