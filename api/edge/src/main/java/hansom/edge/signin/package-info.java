/** Who calls: phone codes, the OAuth 2 server, tokens, devices, operators, roles. */
@NullMarked
package hansom.edge.signin;

import org.jspecify.annotations.NullMarked;
