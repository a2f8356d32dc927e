package hansom.contract.view;

import java.util.List;
import org.axonframework.commandhandling.RoutingKey;

/** What an operator may ask of views. */
public sealed interface ViewCommand {
    /**
     * Fill the next generation of these views (all of them when none is named) beside the living one, and go over to it; with
     * {@code onlyIfSame} only when its rows are those of the living one.
     */
    record RebuildViews(
            List<String> views,
            boolean onlyIfSame,
            @RoutingKey String operator) implements ViewCommand {
        public RebuildViews {
            views = List.copyOf(views);
        }
    }
}
