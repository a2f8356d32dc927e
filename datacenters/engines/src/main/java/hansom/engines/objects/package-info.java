/** Files: documents, pictures, tracks. */
@NullMarked
package hansom.engines.objects;

import org.jspecify.annotations.NullMarked;
