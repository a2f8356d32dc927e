package hansom.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The one main: a node that plays the roles it is told to, all of them by default. */
@SpringBootApplication(scanBasePackages = "hansom.node")
@Import(Roof.class)
public class HansomApplication {

    /** Starts a node; ends with status 1 and one line on the error stream when it cannot. */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(HansomApplication.class);
        DataTaken data = new DataTaken();
        application.addListeners(data, new PortsFree(), new Announcement(System.out));
        application.addInitializers(data);
        try {
            application.run(arguments);
        } catch (RuntimeException failed) {
            System.err.println("hansom cannot start: " + WhyNot.line(failed));
            System.exit(1);
        }
    }
}
