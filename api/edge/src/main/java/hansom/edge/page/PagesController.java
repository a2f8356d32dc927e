package hansom.edge.page;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.live.LiveAddress;
import hansom.edge.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the pages and their files. A page may load what lies beside it and talk to this node and its live door, nothing else; what the
 * browser has already is only compared by its ETag.
 */
@RestController
final class PagesController {
    private static final Map<String, String> PAGES = Map.of(
            "/", "city.html",
            "/story", "story.html",
            "/ride", "ride.html",
            "/drive", "drive.html",
            "/ops", "ops.html");
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; connect-src 'self' %s; manifest-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";
    private static final String ABILITIES =
            "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    private final PageFiles files;
    private final LiveAddress live;

    PagesController(PageFiles files, LiveAddress live) {
        this.files = files;
        this.live = live;
    }

    @GetMapping({"/", "/story", "/ride", "/drive", "/ops"})
    ResponseEntity<byte[]> page(HttpServletRequest request, @RequestHeader HttpHeaders asked) {
        String name = PAGES.getOrDefault(request.getRequestURI(), "");
        return answer(name, asked, CacheControl.noCache().mustRevalidate())
                .header("Content-Security-Policy", CONTENT_POLICY.formatted(liveDoor(request)))
                .header("Permissions-Policy", ABILITIES)
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .body(body(name, asked));
    }

    @GetMapping("/page/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name, @RequestHeader HttpHeaders asked) {
        CacheControl keep = PageFiles.lasting(name)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache().mustRevalidate();
        return answer(name, asked, keep)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(body(name, asked));
    }

    private ResponseEntity.BodyBuilder answer(String name, HttpHeaders asked, CacheControl keep) {
        PageFile file = get(name);
        var answer = ResponseEntity.status(known(file, asked) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(keep)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.ETAG, file.etag)
                .contentType(file.type);
        return takesGzip(asked) && !known(file, asked) ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }

    private byte @Nullable [] body(String name, HttpHeaders asked) {
        PageFile file = get(name);
        if (known(file, asked)) return null;
        return file.content(takesGzip(asked));
    }

    private PageFile get(String name) {
        return files.find(name).orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    }

    private static boolean known(PageFile file, HttpHeaders asked) {
        return asked.getIfNoneMatch().contains(file.etag);
    }

    private static boolean takesGzip(HttpHeaders asked) {
        return asked.getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream().anyMatch(all -> all.contains("gzip"));
    }

    private String liveDoor(HttpServletRequest request) {
        return live.url(request).replaceFirst("^(wss?://[^/]+).*$", "$1");
    }
}
