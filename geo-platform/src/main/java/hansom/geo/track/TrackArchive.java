package hansom.geo.track;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.geo.Tracking;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderId;
import hansom.engines.json.MessageMapper;
import hansom.engines.keys.Seals;
import hansom.engines.keys.Seals.PersonErased;
import hansom.engines.objects.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tracks. Where somebody was is sealed under the rider's key and gone when the rider is erased; what the trip is billed by stays
 * readable, so that the same question has the same answer for ever.
 */
class TrackArchive {
    private static final Pattern FILE = Pattern.compile("tracks/ord_[0-9a-f-]{36}\\.json");

    private final ObjectStore objects;
    private final Seals seals;
    private final ObjectMapper json = MessageMapper.create();

    /** A file: what was answered, and the sealed track, or null when the rider was erased before the track was made. */
    private record Filed(Tracking tracking, @Nullable String sealed) {}

    /** The answer without what only filing can tell. */
    interface Answer {
        Tracking with(String file, String sha256);
    }

    TrackArchive(ObjectStore objects, Seals seals) {
        this.objects = objects;
        this.seals = seals;
    }

    Optional<Tracking> find(OrderId order) {
        return filed(file(order)).map(Filed::tracking);
    }

    Tracking file(Track track, RiderId rider, Answer answer) {
        String file = file(track.orderId());
        String sealed = sealed(track, rider);
        Tracking tracking = answer.with(file, sha256(sealed == null ? "" : sealed));
        objects.put(file, written(new Filed(tracking, sealed)));
        return tracking;
    }

    /** The track in a file; empty when there is none, or the rider was erased. */
    Optional<Track> read(String file, RiderId rider) {
        if (!FILE.matcher(file).matches()) return Optional.empty();
        return filed(file)
                .flatMap(filed -> Optional.ofNullable(filed.sealed()))
                .flatMap(closed -> seals.openBytes(rider.value(), closed))
                .map(bytes -> read(bytes, Track.class));
    }

    private @Nullable String sealed(Track track, RiderId rider) {
        try {
            return seals.sealBytes(rider.value(), written(track));
        } catch (PersonErased erased) {
            return null;
        }
    }

    private Optional<Filed> filed(String file) {
        return objects.find(file).map(bytes -> read(bytes, Filed.class));
    }

    private static String file(OrderId order) {
        return "tracks/" + order.value() + ".json";
    }

    private byte[] written(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException notWritten) {
            throw new IllegalStateException(notWritten);
        }
    }

    private <T> T read(byte[] bytes, Class<T> type) {
        try {
            return json.readValue(bytes, type);
        } catch (IOException notRead) {
            throw new UncheckedIOException(notRead);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
