package hansom.edge.page;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import hansom.edge.testing.WholeEdge;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a browser gets them: their files, their rules, the map. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(/page/[^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("from '\\./([a-z0-9-]+\\.js)'");
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");
    private static WholeEdge edge;
    private static Visitor anybody;

    @BeforeAll
    static void open() {
        edge = WholeEdge.open();
        anybody = edge.visitor();
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    private static Stream<Answer> pages() {
        return Stream.of("/", "/story", "/ride", "/drive", "/ops")
                .map(anybody::get)
                .filter(page -> page.status() == 200);
    }

    @Test
    void loadNothingFromElsewhereAndNothingInline() {
        assertThat(pages()).isNotEmpty().allSatisfy(page -> {
            String policy = page.header("Content-Security-Policy");
            assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                    .containsPattern("connect-src 'self' ws://127\\.0\\.0\\.1:\\d+;")
                    .doesNotContain("unsafe", "http:", "https:", " *");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(INLINE.matcher(page.body()).find()).isFalse();
        });
    }

    @Test
    void findEveryFileTheyName() {
        var toRead = new ArrayDeque<String>();
        pages().forEach(page -> toRead.addAll(found(LINK, page.body())));
        Set<String> read = new HashSet<>();
        while (!toRead.isEmpty()) {
            String name = toRead.remove();
            if (!read.add(name)) continue;
            Answer file = anybody.get(name);
            assertThat(file.status()).as(name).isEqualTo(200);
            if (name.endsWith(".js") && !name.contains("/ol-"))
                found(IMPORT, file.body()).forEach(imported -> toRead.add("/page/" + imported));
        }
        assertThat(read).contains("/page/base.css", "/page/map.js", "/page/ground.js", "/page/ol-10.7.0.js");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .toList();
    }

    @Test
    void sendWhatTheBrowserHasOnlyOnce() {
        Answer first = anybody.get("/page/base.css");
        assertThat(first.header("Cache-Control")).contains("no-cache");
        Answer again = anybody.send("GET", "/page/base.css", "", Map.of("If-None-Match", first.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(anybody.get("/page/ol-10.7.0.js").header("Cache-Control")).contains("immutable");
        Answer small = anybody.send("GET", "/page/base.css", "", Map.of("Accept-Encoding", "gzip"));
        assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(small.header("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/nothing.js",
                "/page/..%2fsignin%2fpage.css",
                "/page/PagesController.class",
                "/page/%2e%2e/edge.html",
                "/page/a/b.js",
                "/page/base.css%00.js",
                "/nowhere"
            })
    void giveNothingElseAway(String path) {
        assertThat(anybody.get(path).status()).isIn(400, 404);
    }

    @Test
    void describeTheMapAndGiveItsTiles() {
        Answer map = anybody.get("/v1/map");
        assertThat(map.text("name")).isEqualTo("monaco");
        assertThat(map.text("attribution")).contains("OpenStreetMap");
        assertThat(map.text("tiles")).isEqualTo("/v1/map/tiles/{z}/{x}/{y}.mvt?map=0123456789abcdef");
        Answer tile = anybody.get("/v1/map/tiles/15/17059/11948.mvt");
        assertThat(tile.body()).isEqualTo("tile");
        assertThat(tile.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
        assertThat(tile.header("Cache-Control")).contains("max-age");
        assertThat(tile.header("ETag")).isNotEmpty();
        Answer gzipped = anybody.send("GET", "/v1/map/tiles/15/17059/11948.mvt", "", Map.of("Accept-Encoding", "gzip"));
        assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(anybody.get("/v1/map/tiles/15/17059/11948.mvt?map=0123456789abcdef")
                        .header("Cache-Control"))
                .contains("max-age");
        assertThat(anybody.get("/v1/map/tiles/15/17059/11948.mvt?map=fedcba9876543210")
                        .header("Cache-Control"))
                .as("asked of a map that is served no more")
                .isEqualTo("no-store");
        assertThat(anybody.get("/v1/map/tiles/15/0/0.mvt").status()).isEqualTo(204);
    }

    @Test
    void tellWhereTheRoadsAreSlow() {
        Answer traffic = anybody.get("/v1/map/traffic?south_west=43.72,7.40&north_east=43.76,7.45");
        assertThat(traffic.text("map")).isEqualTo("0123@7");
        assertThat(traffic.body()).contains("\"level\":\"jammed\"", "\"polyline\":\"_p~iF~ps|U\"");
        assertThat(anybody.get("/v1/map/traffic?south_west=north&north_east=43.76,7.45")
                        .text("code"))
                .isEqualTo("invalid_request");
        assertThat(anybody.get("/v1/map/traffic?south_west=103.9,7.40&north_east=43.76,7.45")
                        .text("code"))
                .isEqualTo("coordinates_swapped");
        assertThat(anybody.get("/v1/map/traffic").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"16/0/0", "-1/0/0", "15/32768/0", "15/0/-1", "3/8/0", "a/0/0", "1e3/0/0", "99999999999/0/0"})
    void refuseATileThatCannotBe(String place) {
        Answer no = anybody.get("/v1/map/tiles/" + place + ".mvt");
        assertThat(no.status()).isEqualTo(400);
        assertThat(no.text("code")).isEqualTo("invalid_request");
        assertThat(no.json().path("errors").get(0).path("parameter").asString()).isIn("zoom", "column", "row");
    }
}
