package hansom.query.rebuild;

import java.util.function.LongSupplier;

/** Sees that a rebuild never takes the room that the living node needs. */
final class DiskRoom {
    private final LongSupplier free;
    private final long reserve;

    DiskRoom(LongSupplier free, long reserve) {
        this.free = free;
        this.reserve = reserve;
    }

    void check() {
        long left = free.getAsLong();
        if (left < reserve)
            throw new IllegalStateException(
                    "the disk has %d MB left, and %d MB are kept for the living".formatted(left >> 20, reserve >> 20));
    }
}
