package hansom.edge.live;

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

/** Answers whoever asks this port for anything but the live path, with a problem that says where to go. */
class OtherPaths extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final String PROBLEM = """
            {"type":"about:blank","title":"Only live connections are served here","status":%d,"code":"%s",\
            "detail":"Open a WebSocket at /v1/live with sub-protocol hansom.v1","retryable":false}""";

    OtherPaths() {
        super(false);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        boolean live = request.uri().equals(LiveServer.PATH) || request.uri().startsWith(LiveServer.PATH + "?");
        boolean upgrade = HttpHeaderValues.WEBSOCKET.contentEqualsIgnoreCase(
                request.headers().get(HttpHeaderNames.UPGRADE, ""));
        if (live && upgrade) {
            context.fireChannelRead(request);
            return;
        }
        HttpResponseStatus status = live ? HttpResponseStatus.UPGRADE_REQUIRED : HttpResponseStatus.NOT_FOUND;
        request.release();
        byte[] body = PROBLEM.formatted(status.code(), live ? "upgrade_required" : "not_found")
                .getBytes(StandardCharsets.UTF_8);
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (live) response.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
