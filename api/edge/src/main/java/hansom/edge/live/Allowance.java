package hansom.edge.live;

/** How many frames a connection may send: {@code burst} at once, {@code perSecond} in the long run. Used from one thread. */
final class Allowance {
    private final double perSecond;
    private final double burst;
    private double left;
    private long at;

    Allowance(double perSecond, double burst, long nowNanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.left = burst;
        this.at = nowNanos;
    }

    boolean take(long nowNanos) {
        left = Math.min(burst, left + (nowNanos - at) / 1e9 * perSecond);
        at = nowNanos;
        if (left < 1) return false;
        left -= 1;
        return true;
    }
}
