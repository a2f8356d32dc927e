package hansom.node;

import hansom.engines.StartRefused;
import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses to start in earnest while something is lacking, before anything was touched, and names all of it at once. */
class ProductionCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment settings = event.getEnvironment();
        if (!settings.matchesProfiles(Production.PROFILE)) return;
        if (settings.matchesProfiles("sandbox"))
            throw new StartRefused("the profiles sandbox and production exclude each other");
        List<String> lacking = Production.lacking(settings);
        if (!lacking.isEmpty()) throw new StartRefused("profile production lacks: " + String.join("; ", lacking));
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 2;
    }
}
