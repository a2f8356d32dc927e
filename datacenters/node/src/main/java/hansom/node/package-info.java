/** Assembles the roles into one node. */
@NullMarked
package hansom.node;

import org.jspecify.annotations.NullMarked;
