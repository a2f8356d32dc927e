/** What is kept of a node elsewhere, and how a node is made of it again. */
@NullMarked
package hansom.engines.backup;

import org.jspecify.annotations.NullMarked;
