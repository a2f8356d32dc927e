/** Riders', drivers' and the office's apps that know the public API only. */
@NullMarked
package hansom.bench.app;

import org.jspecify.annotations.NullMarked;
