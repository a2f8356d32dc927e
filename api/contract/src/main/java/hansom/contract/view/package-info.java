/** The views that answer questions, and how they are rebuilt while they serve. */
@NullMarked
package hansom.contract.view;

import org.jspecify.annotations.NullMarked;
