package hansom.node;

import hansom.engines.process.Child;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The one main: a node that plays the roles it is told to, all of them by default. */
@SpringBootApplication(scanBasePackages = "hansom.node")
@Import(Roof.class)
public class HansomApplication {

    /** Starts a node, or does the {@link Task} that the first word names; ends with status 1 and one line on the error stream when it cannot. */
    public static void main(String[] arguments) {
        Task task = null;
        try {
            task = Task.named(arguments);
            if (task == null) serve(arguments);
            else System.out.println(task.run(arguments));
        } catch (RuntimeException failed) {
            System.err.println(
                    (task == null ? "hansom cannot start: " : task.word() + " failed: ") + WhyNot.line(failed));
            System.exit(1);
        }
    }

    static ConfigurableApplicationContext serve(String... arguments) {
        SpringApplication application = new SpringApplication(HansomApplication.class);
        DataTaken data = new DataTaken();
        application.addListeners(new ProductionCheck(), data, new PortsFree(), new Announcement(System.out));
        application.addInitializers(data);
        // After the context is closed, or where it could not be because it was not yet whole.
        SpringApplication.getShutdownHandlers().add(Child::endAll);
        return application.run(arguments);
    }
}
