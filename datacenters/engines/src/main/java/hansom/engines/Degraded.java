package hansom.engines;

import org.springframework.boot.health.contributor.Status;

/** The health of a part that does less than it should while the node is still worth sending people to: named, and answered with 200. */
public final class Degraded {
    public static final Status STATUS = new Status("DEGRADED");

    private Degraded() {}
}
