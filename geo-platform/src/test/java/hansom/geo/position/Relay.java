package hansom.geo.position;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server, which tests cut and mend. */
final class Relay implements AutoCloseable {
    private final int target;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private ServerSocket door;

    Relay(int target) throws IOException {
        this.target = target;
        this.door = open(0);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut() throws IOException {
        door.close();
        for (Socket end : ends) end.close();
        ends.clear();
    }

    void mend() throws IOException {
        door = open(port());
    }

    private ServerSocket open(int port) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(() -> accept(opened));
        return opened;
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                Socket near = opened.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.add(near);
                ends.add(far);
                Thread.ofVirtual().start(() -> copy(near, far));
                Thread.ofVirtual().start(() -> copy(far, near));
            }
        } catch (IOException cut) {
            if (!opened.isClosed()) throw new UncheckedIOException(cut);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
