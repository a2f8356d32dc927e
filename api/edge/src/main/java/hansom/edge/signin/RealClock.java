package hansom.edge.signin;

import java.time.Clock;

/** The time by which tokens and codes go; it never follows the business clock. */
record RealClock(Clock clock) {}
