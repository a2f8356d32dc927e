package hansom.node;

import hansom.engines.process.Child;
import hansom.engines.testing.TestFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole node in this JVM, as {@code ./start} starts it, on ports and a folder of its own; shared by the tests of a run. */
final class RunningNode {
    private static @Nullable RunningNode shared;

    private final ConfigurableApplicationContext context;
    private final Path data;
    private final int port;
    private final int livePort;

    private RunningNode(ConfigurableApplicationContext context, Path data, int port, int livePort) {
        this.context = context;
        this.data = data;
        this.port = port;
        this.livePort = livePort;
    }

    static synchronized RunningNode shared() {
        RunningNode running = shared;
        if (running == null) shared = running = start();
        return running;
    }

    private static RunningNode start() {
        Holder holder = new Holder();
        Path data = TestFolder.make("node", holder::close);
        BuiltMaps.layInto(data);
        int port = Child.freePort();
        int livePort = Child.freePort();
        SpringApplication application = new SpringApplication(HansomApplication.class);
        application.setRegisterShutdownHook(false);
        ConfigurableApplicationContext context = application.run(
                "--hansom.data=" + data,
                "--hansom.port=" + port,
                "--hansom.live-port=" + livePort,
                "--logging.threshold.console=WARN",
                "--hansom.limits.calls-per-minute=100000",
                "--hansom.limits.calls-per-minute-and-address=100000",
                "--hansom.limits.codes-per-address=100000");
        holder.context = context;
        BuiltMaps.keepFrom(data);
        return new RunningNode(context, data, port, livePort);
    }

    /** What must be closed before the folder goes. */
    private static final class Holder {
        private @Nullable ConfigurableApplicationContext context;

        void close() {
            if (context != null) context.close();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String live() {
        return "ws://127.0.0.1:%d/v1/live".formatted(livePort);
    }

    Path data() {
        return data;
    }

    /** For what no app can do: looking behind the API. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }
}
