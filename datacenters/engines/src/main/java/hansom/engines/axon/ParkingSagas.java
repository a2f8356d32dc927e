package hansom.engines.axon;

import java.util.LinkedHashSet;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.Saga;
import org.axonframework.modelling.saga.SagaCreationPolicy;
import org.axonframework.modelling.saga.SagaRepository;

/**
 * Lets each saga take its step in a transaction of its own: state, associations and scheduled events commit together or
 * not at all, and a step that fails harms no other saga of the batch. A failed step is tried once more, then parked with
 * its event; what comes later for the same saga is parked behind it, in order, and all others go on.
 */
final class ParkingSagas<T> extends AnnotatedSagaManager<T> {

    private final SagaRepository<T> repository;
    private final Supplier<T> factory;
    private final SagaSteps steps;
    private final ParkedEvents parked;
    private final String lane;

    ParkingSagas(
            Builder<T> builder,
            SagaRepository<T> repository,
            Supplier<T> factory,
            SagaSteps steps,
            ParkedEvents parked) {
        super(builder);
        this.repository = repository;
        this.factory = factory;
        this.steps = steps;
        this.parked = parked;
        this.lane = getSagaType().getSimpleName();
    }

    /** The name under which its events are parked: the saga's simple name. */
    String lane() {
        return lane;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        var concerned = new LinkedHashSet<String>();
        for (var association : extractAssociationValues(event)) concerned.addAll(repository.find(association));
        for (var sagaId : concerned) {
            if (matchesSegment(segment, sagaId)) goOn(event, sagaId);
        }
        var creation = getSagaCreationPolicy(event);
        boolean wanted = creation.getCreationPolicy() == SagaCreationPolicy.ALWAYS
                || (creation.getCreationPolicy() == SagaCreationPolicy.IF_NONE_FOUND && concerned.isEmpty());
        if (wanted && segment.matches(creation.getInitialAssociationValue())) {
            begin(event, createSagaIdentifier(segment), creation.getInitialAssociationValue());
        }
    }

    private void goOn(EventMessage<?> event, String sagaId) {
        if (parked.holds(lane, sagaId)) {
            parked.park(lane, sagaId, event, null);
            return;
        }
        try {
            steps.takeTwice(event, () -> handleLoaded(event, sagaId));
        } catch (Exception failure) {
            parked.park(lane, sagaId, event, failure);
        }
    }

    /** The step itself, inside a transaction; nothing is done for a saga that has ended or has handled the event. */
    void handleLoaded(EventMessage<?> event, String sagaId) throws Exception {
        Saga<T> saga = repository.load(sagaId);
        boolean due = saga != null
                && saga.canHandle(event)
                && !HandledEvents.of(sagaId).contains(event.getIdentifier());
        if (due) saga.handle(event);
    }

    /** A saga whose very first step fails is kept as it was before that step, so that it can be found and tried again. */
    private void begin(EventMessage<?> event, String sagaId, AssociationValue association) throws Exception {
        try {
            steps.takeTwice(event, () -> created(sagaId, association).handle(event));
        } catch (Exception failure) {
            steps.take(SagaSteps.BEFORE_THE_FIRST, () -> {
                created(sagaId, association);
                parked.park(lane, sagaId, event, failure);
            });
        }
    }

    private Saga<T> created(String sagaId, AssociationValue association) {
        Saga<T> saga = repository.createInstance(sagaId, factory);
        saga.getAssociationValues().add(association);
        return saga;
    }
}
