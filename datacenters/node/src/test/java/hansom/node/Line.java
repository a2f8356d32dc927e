package hansom.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A line between a node and a server that can be cut, so that nobody answers there, and mended. */
final class Line implements AutoCloseable {
    private final int to;
    private final int port;
    private final List<AutoCloseable> open = new ArrayList<>();

    Line(int to) throws IOException {
        this.to = to;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        mend();
    }

    int port() {
        return port;
    }

    synchronized void mend() throws IOException {
        ServerSocket door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        open.add(door);
        Thread.ofVirtual().start(() -> accept(door));
    }

    synchronized void cut() {
        for (AutoCloseable one : open) quietly(one);
        open.clear();
    }

    private void accept(ServerSocket door) {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                synchronized (this) {
                    open.addAll(List.of(near, far));
                }
                Thread.ofVirtual().start(() -> pass(near, far));
                Thread.ofVirtual().start(() -> pass(far, near));
            }
        } catch (IOException cut) {
            quietly(door);
        }
    }

    private static void pass(Socket from, Socket into) {
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            in.transferTo(out);
        } catch (IOException cut) {
            quietly(into);
        }
    }

    private static void quietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception closedAlready) {
            return;
        }
    }

    @Override
    public void close() {
        cut();
    }
}
