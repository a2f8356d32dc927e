/** Real servers for the tests of every module: started once a JVM, stopped with it. */
@NullMarked
package hansom.engines.testing;

import org.jspecify.annotations.NullMarked;
