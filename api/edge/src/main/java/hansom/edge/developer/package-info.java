/** For developers of apps: the service document, the OpenAPI and problem tables, the sandbox. */
@NullMarked
package hansom.edge.developer;

import org.jspecify.annotations.NullMarked;
