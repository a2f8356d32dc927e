package hansom.edge.live;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import tools.jackson.databind.ObjectMapper;

/** A WebSocket as a place where news go. */
final class SocketOutlet implements Outlet {
    private final Channel channel;
    private final ObjectMapper json;
    private final LiveMeters meters;

    SocketOutlet(Channel channel, ObjectMapper json, LiveMeters meters) {
        this.channel = channel;
        this.json = json;
        this.meters = meters;
    }

    @Override
    public boolean ready() {
        return channel.isActive() && channel.isWritable();
    }

    @Override
    public void send(Envelope envelope) {
        meters.sent(envelope);
        channel.writeAndFlush(new TextWebSocketFrame(json.writeValueAsString(envelope)), channel.voidPromise());
    }

    @Override
    public void close(CloseCode code) {
        meters.closed(code);
        channel.writeAndFlush(new CloseWebSocketFrame(code.code(), code.reason()))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
