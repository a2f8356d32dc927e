package hansom.node;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says in one line, once the node serves, where it is reached and how long it took. */
class Announcement implements ApplicationListener<ApplicationReadyEvent> {
    private final PrintStream out;

    Announcement(PrintStream out) {
        this.out = out;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment settings = event.getApplicationContext().getEnvironment();
        double seconds = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1_000.0;
        String host = settings.getRequiredProperty("hansom.host");
        out.printf(
                Locale.ROOT,
                "hansom ready url=http://%s:%s live=ws://%s:%s/v1/live seconds=%.1f%n",
                host,
                settings.getProperty("local.server.port", settings.getRequiredProperty("server.port")),
                host,
                settings.getRequiredProperty("hansom.live-port"),
                seconds);
        out.flush();
    }
}
