package hansom.node;

import hansom.engines.StartRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Tries both doors before anything is started, so that a taken port is told at once and not after the engines are up. */
class PortsFree implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment settings = event.getEnvironment();
        tryOut(settings, "port");
        tryOut(settings, "live-port");
    }

    private static void tryOut(Environment settings, String option) {
        int port = settings.getRequiredProperty("hansom." + option, Integer.class);
        try (ServerSocket door = new ServerSocket()) {
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(settings.getRequiredProperty("hansom.host"), port));
        } catch (IOException taken) {
            throw new StartRefused("port %d is taken; choose another with --%s".formatted(port, option), taken);
        }
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }
}
