package hansom.query.rebuild;

import hansom.contract.view.ViewQuery.ListViews;
import hansom.contract.view.ViewStates;
import hansom.contract.view.ViewStates.One;
import hansom.query.row.Catalogue;
import hansom.query.row.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how each view stands. */
@Component
class ViewQueries {
    private final Catalogue catalogue;
    private final Parts parts;
    private final Rebuilds rebuilds;

    ViewQueries(Catalogue catalogue, Parts parts, Rebuilds rebuilds) {
        this.catalogue = catalogue;
        this.parts = parts;
        this.rebuilds = rebuilds;
    }

    @QueryHandler
    ViewStates handle(ListViews query) {
        long head = parts.head();
        // In this order: a rebuild that ends in between is told with the generation that it brought.
        Map<String, Progress> running = rebuilds.progress();
        Map<String, GenerationStore.Standing> standings = parts.store().all();
        List<One> views = new ArrayList<>();
        for (View view : catalogue.views()) {
            GenerationStore.Standing standing = Objects.requireNonNull(standings.get(view.name()));
            @Nullable Progress progress = running.get(view.name());
            views.add(new One(
                    view.name(),
                    null,
                    standing.living(),
                    standing.since(),
                    Math.max(
                            0,
                            head - parts.projections().reach(view.processor()).place()),
                    progress == null ? standing.rebuild() : progress.rebuild()));
        }
        views.add(new One("feeds", Catalogue.WHY_NO_FEEDS, 0, Instant.EPOCH, 0, null));
        return new ViewStates(head, views);
    }
}
