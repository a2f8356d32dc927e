package hansom.edge.live;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where live connections are opened: this node's own port, or the address that a proxy gives both doors. */
@Component
public final class LiveAddress {
    private final LiveServer server;
    private final String configured;

    LiveAddress(LiveServer server, @Value("${hansom.live-url:}") String configured) {
        this.server = server;
        this.configured = configured;
    }

    /** As reached by whoever made this call. */
    public String url(HttpServletRequest request) {
        if (!configured.isEmpty()) return configured;
        return (request.isSecure() ? "wss://" : "ws://") + host(request) + LiveServer.PATH;
    }

    String host(HttpServletRequest request) {
        return configured.isEmpty()
                ? request.getServerName() + ":" + server.port()
                : configured.replaceFirst("^wss?://", "").replaceFirst("/.*$", "");
    }
}
