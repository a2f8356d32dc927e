package hansom.engines.axon;

import java.util.function.Consumer;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.config.SagaConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.SagaInstantiationException;
import org.axonframework.modelling.saga.SagaRepository;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;

/** Axon's event processing with our processors, and with sagas that park what fails. */
final class ProcessorModule extends EventProcessingModule {

    private final Processors processors;
    private final SagaStore<Object> sagas;
    private final SagaSteps steps;
    private final ParkedEvents parked;
    private final ParkedLanes lanes;

    ProcessorModule(
            Processors processors, SagaStore<Object> sagas, SagaSteps steps, ParkedEvents parked, ParkedLanes lanes) {
        this.processors = processors;
        this.sagas = sagas;
        this.steps = steps;
        this.parked = parked;
        this.lanes = lanes;
        registerEventProcessorFactory(processors::build);
        registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance());
        registerDefaultHandlerInterceptor((_, _) -> Trail.onHandling());
    }

    @Override
    public SequencingPolicy<? super EventMessage<?>> sequencingPolicy(String processingGroup) {
        return processors.sequencing(processingGroup);
    }

    @Override
    public <T> EventProcessingConfigurer registerSaga(Class<T> type, Consumer<SagaConfigurer<T>> configuration) {
        return super.registerSaga(
                type, configuration.andThen(saga -> saga.configureSagaManager(axon -> manager(type, axon))));
    }

    private <T> ParkingSagas<T> manager(Class<T> type, Configuration axon) {
        var repository = repository(type, axon);
        var builder = AnnotatedSagaManager.<T>builder()
                .sagaType(type)
                .sagaRepository(repository)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(type));
        var manager = new ParkingSagas<>(builder, repository, () -> begun(type), steps, parked);
        lanes.open(manager.lane(), manager::handleLoaded);
        return manager;
    }

    private <T> SagaRepository<T> repository(Class<T> type, Configuration axon) {
        return AnnotatedSagaRepository.<T>builder()
                .sagaType(type)
                .sagaStore(sagas)
                .resourceInjector(axon.resourceInjector())
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(type))
                .build();
    }

    private static <T> T begun(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new SagaInstantiationException("A saga needs a constructor without parameters: " + type, failure);
        }
    }
}
