package hansom.edge.idempotency;

import hansom.edge.Chore;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Seals;
import hansom.engines.keys.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Keeps what was answered, sealed under the caller's key, and gives it again. What failed in a way that may pass is not kept. */
@Component
class Answers implements Chore {
    private static final List<String> HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final AnswerStore store;
    private final Seals seals;
    private final KeyedHash hash;
    private final Clock clock = Clock.systemUTC();

    Answers(AnswerStore store, Seals seals, Secrets secrets) {
        this.store = store;
        this.seals = seals;
        this.hash = new KeyedHash(secrets.bytes("idempotency"));
    }

    AnswerStore.Claim claim(IdempotencyKey key, HttpServletRequest request, byte[] body) {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes((request.getMethod() + " " + request.getRequestURI() + " ").getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body);
        String fingerprint = HexFormat.of().formatHex(hash.of(whole.toByteArray()));
        return store.claim(key.caller(), hash.of(key.value()), fingerprint, clock.instant());
    }

    void keep(IdempotencyKey key, String owner, ContentCachingResponseWrapper answer) {
        int status = answer.getStatus();
        if (status >= 500 || status == 429 || status == 401 || status == 403 || mayPass(answer)) {
            release(key, owner);
            return;
        }
        String headers = HEADERS.stream()
                .filter(answer::containsHeader)
                .map(name -> name + ": " + answer.getHeader(name))
                .collect(Collectors.joining("\n"));
        if (!answer.containsHeader(HttpHeaders.CONTENT_TYPE) && answer.getContentType() != null)
            headers = Stream.of(HttpHeaders.CONTENT_TYPE + ": " + answer.getContentType(), headers)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"));
        String body = seals.sealBytes(key.caller(), answer.getContentAsByteArray());
        store.answered(key.caller(), hash.of(key.value()), owner, status, headers, body);
    }

    /** A problem that says of itself that the same call may succeed later. */
    private static boolean mayPass(ContentCachingResponseWrapper answer) {
        return answer.getStatus() >= 400
                && new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8).contains("\"retryable\":true");
    }

    void release(IdempotencyKey key, String owner) {
        store.release(key.caller(), hash.of(key.value()), owner);
    }

    void give(IdempotencyKey key, AnswerStore.Kept kept, HttpServletResponse response) throws IOException {
        byte[] body = seals.openBytes(key.caller(), kept.body()).orElse(new byte[0]);
        response.setStatus(kept.status());
        Arrays.stream(kept.headers().split("\n", -1))
                .map(line -> line.split(": ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> response.setHeader(parts[0], parts[1]));
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    @Override
    public void tidy() {
        store.tidy(clock.instant());
    }
}
