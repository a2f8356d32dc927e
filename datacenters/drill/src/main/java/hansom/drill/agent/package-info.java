/** What goes into the node's JVM to end it at a named moment; knows nothing but the JDK. */
@NullMarked
package hansom.drill.agent;

import org.jspecify.annotations.NullMarked;
