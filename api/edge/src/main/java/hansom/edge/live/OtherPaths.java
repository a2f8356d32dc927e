package hansom.edge.live;

import hansom.edge.origin.Origins;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Answers whoever asks this port for anything but the live path, or from a page that may not, with a problem that says where to go. */
class OtherPaths extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final String PROBLEM = """
            {"type":"about:blank","title":"Only live connections are served here","status":%d,"code":"%s",\
            "detail":"Open a WebSocket at /v1/live with sub-protocol hansom.v1","retryable":false}""";

    private final Origins origins;

    OtherPaths(Origins origins) {
        super(false);
        this.origins = origins;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        boolean live = request.uri().equals(LiveServer.PATH) || request.uri().startsWith(LiveServer.PATH + "?");
        boolean upgrade = HttpHeaderValues.WEBSOCKET.contentEqualsIgnoreCase(
                request.headers().get(HttpHeaderNames.UPGRADE, ""));
        if (!live) answer(context, request, HttpResponseStatus.NOT_FOUND, "not_found");
        else if (!upgrade) answer(context, request, HttpResponseStatus.UPGRADE_REQUIRED, "upgrade_required");
        else if (stranger(request)) answer(context, request, HttpResponseStatus.FORBIDDEN, "forbidden");
        else context.fireChannelRead(request);
    }

    /** A browser names its page's origin, an app names none. */
    private boolean stranger(FullHttpRequest request) {
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        return origin != null && !origins.mayConnect(origin, request.headers().get(HttpHeaderNames.HOST, ""));
    }

    private static void answer(
            ChannelHandlerContext context, FullHttpRequest request, HttpResponseStatus status, String code) {
        request.release();
        byte[] body = PROBLEM.formatted(status.code(), code).getBytes(StandardCharsets.UTF_8);
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (status.equals(HttpResponseStatus.UPGRADE_REQUIRED))
            response.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
