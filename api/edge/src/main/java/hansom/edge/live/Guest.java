package hansom.edge.live;

import java.time.Instant;

/**
 * Who is behind a live connection: the rider's or driver's id, whether he drives, until when the token holds and its id (for
 * revocation).
 */
record Guest(String person, boolean driver, Instant expiresAt, String tokenId) {}
