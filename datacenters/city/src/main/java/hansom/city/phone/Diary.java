package hansom.city.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one person was promised and told, line by line, written down before anything else is done. */
public final class Diary implements AutoCloseable {
    private final @Nullable Writer lines;
    private final String who;
    private String id = "";

    private Diary(@Nullable Writer lines, String who) {
        this.lines = lines;
        this.who = who;
    }

    /** A file of his own in the folder, or nothing when there is none. */
    public static Diary of(@Nullable Path folder, String phone, String who) {
        try {
            return new Diary(
                    folder == null
                            ? null
                            : Files.newBufferedWriter(
                                    Files.createDirectories(folder).resolve(phone.replace("+", "") + ".jsonl"),
                                    StandardCharsets.UTF_8,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.APPEND),
                    who);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    synchronized void owner(String known) {
        id = known;
    }

    void answered(Call call, Answer answer) {
        if (lines == null || call.method().equals("GET") || !answer.ok()) return;
        ObjectNode line = begun("answer")
                .put("method", call.method())
                .put("path", call.path())
                .put("status", answer.status());
        line.set("body", answer.body());
        if (call.body() != null) line.set("request", call.body());
        if (call.key() != null) line.put("key", call.key());
        write(line);
    }

    void told(Frame frame) {
        if (lines == null || frame.passing()) return;
        ObjectNode line = begun("frame");
        if (frame.seq() != null) line.put("seq", frame.seq());
        line.put("type", frame.type());
        if (frame.orderId() != null) line.put("order_id", frame.orderId());
        if (frame.version() != null) line.put("version", frame.version());
        line.set("data", frame.data());
        write(line);
    }

    /** Before an order is asked for. */
    public void wishes(ObjectNode wish) {
        if (lines != null) write(begun("wish").setAll(wish));
    }

    private ObjectNode begun(String kind) {
        return Json.object()
                .put("at", Instant.now().toString())
                .put("who", who)
                .put("id", id)
                .put("kind", kind);
    }

    private synchronized void write(com.fasterxml.jackson.databind.JsonNode line) {
        if (lines == null) return;
        try {
            lines.write(Json.write(line));
            lines.write('\n');
            lines.flush();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (lines != null) lines.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
