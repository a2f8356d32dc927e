package hansom.node;

import hansom.engines.StartRefused;
import hansom.engines.data.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/** Takes the data folder before the first line of the log is written into it, so that two nodes never write to one. */
class DataTaken
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>,
                ApplicationContextInitializer<GenericApplicationContext>,
                Ordered {
    private @Nullable DataFolder folder;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (folder != null) return;
        DataFolder taken = DataFolder.take(Path.of(event.getEnvironment().getRequiredProperty("hansom.data")));
        Profile.keep(taken.root(), event.getEnvironment());
        folder = taken;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        DataFolder taken = folder;
        if (taken == null) throw new StartRefused("no data folder is named");
        context.registerBean(
                "dataFolder", DataFolder.class, () -> taken, definition -> definition.setDestroyMethodName("close"));
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 2;
    }
}
