package hansom.drill.crowd;

import hansom.bench.app.Answer;
import hansom.bench.app.Call;
import hansom.bench.app.Http;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one person was promised and told, written down before he goes on; one JSON object a line. */
final class Diary {
    private final BufferedWriter file;
    private final String who;
    private volatile String id = "";

    Diary(Path folder, String who, String number) throws IOException {
        this.who = who;
        this.file = Files.newBufferedWriter(folder.resolve(number.replaceAll("\\D", "") + ".jsonl"));
    }

    void is(String person) {
        id = person;
    }

    void wish(String order) {
        write(line("wish").put("order_id", order));
    }

    void answer(Call call, Answer answer) {
        ObjectNode line = line("answer")
                .put("method", call.method())
                .put("path", call.path())
                .put("status", answer.status());
        line.set("body", answer.body());
        if (call.body() != null) line.set("request", Http.JSON.valueToTree(call.body()));
        write(line);
    }

    void frame(JsonNode frame) {
        ObjectNode line = line("frame");
        for (String name : new String[] {"seq", "type", "order_id", "version", "data"})
            if (frame.has(name)) line.set(name, frame.path(name));
        write(line);
    }

    private ObjectNode line(String kind) {
        return Http.JSON
                .createObjectNode()
                .put("at", Instant.now().toString())
                .put("who", who)
                .put("id", id)
                .put("kind", kind);
    }

    private synchronized void write(JsonNode line) {
        try {
            file.write(Http.JSON.writeValueAsString(line));
            file.newLine();
            file.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
