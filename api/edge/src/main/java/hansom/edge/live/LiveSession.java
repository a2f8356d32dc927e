package hansom.edge.live;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.edge.live.LiveDesk.Seat;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket: first a hello with a token within ten seconds, then frames of a signed-in rider or driver. A frame becomes a command, a
 * position goes to the board; nothing is decided here and the event loop never waits.
 */
final class LiveSession extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);
    private static final int HELLO_SECONDS = 10;

    private final LiveDesk desk;
    private final Allowance allowance = new Allowance(20, 60, System.nanoTime());
    private @Nullable Outlet outlet;
    private boolean greeted;
    private volatile boolean gone;
    private volatile @Nullable Seat seat;

    LiveSession(LiveDesk desk) {
        this.desk = desk;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        switch (event) {
            case HandshakeComplete shaken -> begin(context);
            case IdleStateEvent idle when idle.state() == IdleState.READER_IDLE -> context.close();
            case IdleStateEvent idle when idle.state() == IdleState.WRITER_IDLE -> heartbeat();
            default -> super.userEventTriggered(context, event);
        }
    }

    private void begin(ChannelHandlerContext context) {
        Outlet opened = desk.outlet(context.channel());
        outlet = opened;
        context.executor().schedule(() -> expectHello(opened), HELLO_SECONDS, TimeUnit.SECONDS);
    }

    private void expectHello(Outlet opened) {
        if (!greeted) opened.close(CloseCode.HELLO_MISSING);
    }

    private void heartbeat() {
        Seat taken = seat;
        if (outlet == null || taken == null) return;
        outlet.send(desk.aside("heartbeat", null));
        desk.recheck(taken);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        Outlet out = outlet;
        if (out == null || frame instanceof CloseWebSocketFrame) return;
        if (!allowance.take(System.nanoTime())) {
            out.close(CloseCode.TOO_MANY_FRAMES);
            return;
        }
        try {
            switch (frame) {
                case TextWebSocketFrame text -> take(out, desk.frames().read(text.text()));
                case BinaryWebSocketFrame binary -> take(out, desk.frames().read(bytes(binary)));
                default -> throw new MalformedFrame("only whole text and binary frames are understood");
            }
        } catch (MalformedFrame malformed) {
            desk.meters().malformed();
            desk.complain(out, malformed);
            if (!greeted) out.close(CloseCode.MALFORMED);
        }
    }

    private static ByteBuffer bytes(BinaryWebSocketFrame frame) {
        byte[] copy = new byte[frame.content().readableBytes()];
        frame.content().readBytes(copy);
        return ByteBuffer.wrap(copy);
    }

    private void take(Outlet out, ClientFrame frame) {
        desk.meters().received(frame);
        if (frame instanceof ClientFrame.Hello hello) {
            if (greeted) throw new MalformedFrame("hello was said already");
            greeted = true;
            desk.welcome(out, hello, this::seated);
            return;
        }
        Seat taken = seat;
        if (taken == null) throw new MalformedFrame("hello must come first, and be answered by welcome");
        switch (frame) {
            case ClientFrame.Positions positions -> report(taken, positions);
            case ClientFrame.Accept accept -> desk.accept(taken, accept);
            case ClientFrame.Decline decline -> desk.decline(taken, decline);
            case ClientFrame.Renew renew -> desk.renew(taken, renew);
            case ClientFrame.Ack ack -> taken.subscriber().acknowledged(ack.seq());
            case ClientFrame.Ping ping -> out.send(desk.aside("pong", ping.ref()));
            case ClientFrame.Hello again -> throw new MalformedFrame("hello was said already");
        }
    }

    /** The app may have gone while its token was read. */
    private void seated(Seat taken) {
        seat = taken;
        if (gone) desk.leave(taken);
    }

    private void report(Seat taken, ClientFrame.Positions positions) {
        if (!taken.guest().driver()) throw new MalformedFrame("only drivers report positions");
        DriverId driver = new DriverId(taken.guest().person());
        for (ClientFrame.Fix fix : positions.fixes())
            desk.positions().report(new DriverPosition(driver, fix.point(), fix.at(), fix.heading(), fix.speed()));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Seat taken = seat;
        if (!context.channel().isWritable()) desk.meters().slow();
        else if (taken != null) taken.subscriber().wake();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        greeted = true;
        gone = true;
        Seat taken = seat;
        if (taken != null) desk.leave(taken);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) LOG.info("a live connection ended: {}", cause.toString());
        context.close();
    }
}
