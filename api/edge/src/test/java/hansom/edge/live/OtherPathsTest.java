package hansom.edge.live;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.edge.origin.Origins;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who gets through the door of live connections to the handshake. */
class OtherPathsTest {
    private static final Origins ORIGINS = new Origins(List.of("https://app.example.org"));

    @Test
    void leadAppsAndOwnPagesAndAllowedOnesThrough() {
        assertThat(knock(null, "api.example.org")).isZero();
        assertThat(knock("https://app.example.org", "api.example.org")).isZero();
        assertThat(knock("https://api.example.org", "api.example.org")).isZero();
        assertThat(knock("http://127.0.0.1:8080", "127.0.0.1:8081")).isZero();
    }

    @Test
    void turnOtherPagesAway() {
        for (String origin : List.of(
                "https://evil.example.org",
                "https://app.example.org.evil.org",
                "http://app.example.org",
                "null",
                "not an origin"))
            assertThat(knock(origin, "api.example.org")).as(origin).isEqualTo(403);
    }

    /** The status of the refusal; 0 when the handshake goes on. */
    private static int knock(@Nullable String origin, String host) {
        EmbeddedChannel channel = new EmbeddedChannel(new OtherPaths(ORIGINS));
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/v1/live");
        request.headers().set("Host", host).set("Upgrade", "websocket");
        if (origin != null) request.headers().set("Origin", origin);
        channel.writeInbound(request);
        FullHttpRequest through = channel.readInbound();
        FullHttpResponse answer = channel.readOutbound();
        assertThat(through == null).isEqualTo(answer != null);
        if (through != null) through.release();
        if (answer == null) return 0;
        assertThat(answer.content().toString(StandardCharsets.UTF_8)).contains("\"code\":\"forbidden\"");
        int status = answer.status().code();
        answer.release();
        return status;
    }
}
