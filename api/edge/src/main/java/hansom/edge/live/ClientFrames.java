package hansom.edge.live;

import hansom.contract.geo.Point;
import hansom.contract.shift.OfferId;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads what apps send: JSON text, or for positions the binary layout of {@link #FIX_BYTES} bytes a fix, big-endian: instant in epoch
 * milliseconds (8), latitude and longitude in ten-millionths of a degree (4 each), heading in degrees or −1 (2), speed in centimetres a
 * second or −1 (2).
 */
final class ClientFrames {
    static final int FIX_BYTES = 20;
    static final int MOST_FIXES = 200;
    private static final int LONGEST_REF = 64;
    private static final double TEN_MILLIONTHS = 1e7;

    private final ObjectMapper json;

    ClientFrames(ObjectMapper json) {
        this.json = json;
    }

    ClientFrame read(String text) {
        JsonNode frame = parse(text);
        return switch (text(frame, "type")) {
            case "hello" -> new ClientFrame.Hello(text(frame, "token"), number(frame, "last_seq"));
            case "renew" -> new ClientFrame.Renew(text(frame, "token"));
            case "position" -> new ClientFrame.Positions(List.of(fix(frame)));
            case "positions" -> new ClientFrame.Positions(fixes(frame.get("positions")));
            case "accept" -> new ClientFrame.Accept(ref(frame), offer(frame));
            case "decline" -> new ClientFrame.Decline(ref(frame), offer(frame));
            case "ack" -> new ClientFrame.Ack(sequence(frame));
            case "ping" -> new ClientFrame.Ping(ref(frame));
            default -> throw new MalformedFrame("type is not known");
        };
    }

    ClientFrame read(ByteBuffer bytes) {
        if (bytes.remaining() == 0 || bytes.remaining() % FIX_BYTES != 0)
            throw new MalformedFrame("a binary frame holds positions of " + FIX_BYTES + " bytes each");
        List<ClientFrame.Fix> fixes = new ArrayList<>(bytes.remaining() / FIX_BYTES);
        while (bytes.hasRemaining()) {
            Instant at = Instant.ofEpochMilli(bytes.getLong());
            Point point = point(bytes.getInt() / TEN_MILLIONTHS, bytes.getInt() / TEN_MILLIONTHS);
            short heading = bytes.getShort();
            short speed = bytes.getShort();
            fixes.add(new ClientFrame.Fix(
                    point, at, heading < 0 ? null : heading % 360, speed < 0 ? null : speed / 100.0));
        }
        if (fixes.size() > MOST_FIXES) throw new MalformedFrame("at most " + MOST_FIXES + " positions a frame");
        return new ClientFrame.Positions(fixes);
    }

    private JsonNode parse(String text) {
        try {
            JsonNode frame = json.readTree(text);
            if (frame != null && frame.isObject()) return frame;
        } catch (JacksonException notJson) {
            throw new MalformedFrame("the frame is not JSON");
        }
        throw new MalformedFrame("the frame is not a JSON object");
    }

    private static List<ClientFrame.Fix> fixes(@Nullable JsonNode positions) {
        if (positions == null || !positions.isArray() || positions.isEmpty())
            throw new MalformedFrame("positions must be a list with something in it");
        if (positions.size() > MOST_FIXES) throw new MalformedFrame("at most " + MOST_FIXES + " positions a frame");
        List<ClientFrame.Fix> fixes = new ArrayList<>(positions.size());
        for (JsonNode position : positions) fixes.add(fix(position));
        return fixes;
    }

    private static ClientFrame.Fix fix(JsonNode node) {
        Long heading = number(node, "heading");
        JsonNode speed = node.get("speed");
        if (speed != null && !speed.isNull() && !speed.isNumber()) throw new MalformedFrame("speed must be a number");
        return new ClientFrame.Fix(
                point(degrees(node, "lat"), degrees(node, "lng")),
                instant(node),
                heading == null ? null : Math.floorMod(heading.intValue(), 360),
                speed == null || speed.isNull() ? null : speed.doubleValue());
    }

    private static Instant instant(JsonNode node) {
        try {
            return Instant.parse(text(node, "at"));
        } catch (DateTimeException notATime) {
            throw new MalformedFrame("at must be an RFC 3339 time");
        }
    }

    private static double degrees(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isNumber()) throw new MalformedFrame(field + " must be a number of degrees");
        return value.doubleValue();
    }

    private static Point point(double lat, double lng) {
        try {
            return new Point(lat, lng);
        } catch (IllegalArgumentException outOfRange) {
            throw new MalformedFrame(String.valueOf(outOfRange.getMessage()));
        }
    }

    private static OfferId offer(JsonNode frame) {
        try {
            return new OfferId(text(frame, "offer_id"));
        } catch (IllegalArgumentException notAnId) {
            throw new MalformedFrame("offer_id is not an offer's id");
        }
    }

    private static long sequence(JsonNode frame) {
        Long seq = number(frame, "seq");
        if (seq == null) throw new MalformedFrame("seq is missing");
        return seq;
    }

    private static @Nullable String ref(JsonNode frame) {
        JsonNode ref = frame.get("ref");
        if (ref == null || ref.isNull()) return null;
        if (!ref.isString() || ref.stringValue().length() > LONGEST_REF)
            throw new MalformedFrame("ref must be a text of at most " + LONGEST_REF + " letters");
        return ref.stringValue();
    }

    private static @Nullable Long number(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) return null;
        if (!value.isNumber() || !value.canConvertToLong()) throw new MalformedFrame(field + " must be a whole number");
        return value.longValue();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString()) throw new MalformedFrame(field + " must be a text");
        return value.stringValue();
    }
}
