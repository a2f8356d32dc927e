package hansom.edge.live;

import hansom.edge.origin.Origins;
import hansom.engines.StartRefused;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The door of live connections: WebSocket at {@code /v1/live}, sub-protocol {@code hansom.v1}, on plain Netty with a port of its own,
 * because an idle socket costs a few kilobytes there and sixty on a servlet container. Frames from apps are at most 8 KiB.
 */
class LiveServer implements SmartLifecycle {
    static final String PATH = "/v1/live";
    static final String PROTOCOL = "hansom.v1";
    private static final int MOST_FRAME_BYTES = 8 * 1024;
    private static final int SILENT_SECONDS = 45;
    private static final int HEARTBEAT_SECONDS = 15;

    private final String host;
    private final int port;
    private final Origins origins;
    private final Supplier<LiveSession> sessions;
    private @Nullable EventLoopGroup loops;
    private volatile @Nullable Channel door;

    LiveServer(String host, int port, Origins origins, Supplier<LiveSession> sessions) {
        this.host = host;
        this.port = port;
        this.origins = origins;
        this.sessions = sessions;
    }

    /** The port that is really listened on; the asked one unless that was 0. */
    int port() {
        Channel open = door;
        return open == null ? port : ((InetSocketAddress) open.localAddress()).getPort();
    }

    @Override
    public void start() {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2), NioIoHandler.newFactory());
        loops = group;
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        furnish(channel);
                    }
                });
        try {
            door = bootstrap.bind(host, port).sync().channel();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception notBound) {
            group.shutdownGracefully();
            if (notBound instanceof BindException)
                throw new StartRefused("port %d is taken; choose another with --live-port".formatted(port), notBound);
            throw new IllegalStateException("live connections cannot be served on port " + port, notBound);
        }
    }

    private void furnish(SocketChannel channel) {
        channel.pipeline()
                .addLast(new HttpServerCodec())
                .addLast(new HttpObjectAggregator(MOST_FRAME_BYTES))
                .addLast(new OtherPaths(origins))
                .addLast(new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
                        .websocketPath(PATH)
                        .subprotocols(PROTOCOL)
                        .maxFramePayloadLength(MOST_FRAME_BYTES)
                        .handshakeTimeoutMillis(10_000)
                        .build()))
                .addLast(new IdleStateHandler(SILENT_SECONDS, HEARTBEAT_SECONDS, 0))
                .addLast(sessions.get());
    }

    @Override
    public void stop() {
        Channel open = door;
        door = null;
        if (open != null) open.close().awaitUninterruptibly(1_000);
        if (loops != null)
            loops.shutdownGracefully(100, 1_000, java.util.concurrent.TimeUnit.MILLISECONDS)
                    .awaitUninterruptibly(2_000);
    }

    @Override
    public boolean isRunning() {
        return door != null;
    }
}
