package hansom.city.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.street.Spot;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Where a phone thinks it is: heading in degrees or −1, speed in metres a second. A phone's own clock keeps real time. */
public record Fix(Spot spot, Instant at, int heading, double speed) {
    private static final int BYTES = 20;
    private static final double FASTEST = 100;

    public ObjectNode json() {
        ObjectNode fix = Json.point(spot).put("at", at.toString());
        if (heading >= 0) fix.put("heading", heading);
        return fix.put("speed", Math.round(Math.min(FASTEST, speed) * 10) / 10.0);
    }

    public ObjectNode frame() {
        return json().put("type", "position");
    }

    /** The documented layout: instant, place, heading, speed, big-endian. */
    public ByteBuffer bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(at.toEpochMilli())
                .putInt((int) Math.round(spot.lat() * 1e7))
                .putInt((int) Math.round(spot.lng() * 1e7))
                .putShort((short) heading)
                .putShort((short) Math.round(Math.min(FASTEST, speed) * 100))
                .flip();
    }
}
