package hansom.engines.axon;

import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.engines.json.MessageMapper;
import java.util.List;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** One JSON for everything that Axon keeps or sends: events, snapshots, sagas, tokens, messages. */
@Configuration(proxyBeanMethods = false)
class SerializerConfiguration {

    @Bean
    ObjectMapper defaultAxonObjectMapper() {
        return MessageMapper.create(ScheduleToken.class);
    }

    @Bean
    RevisionResolver revisionResolver() {
        return new AnnotationRevisionResolver();
    }

    @Bean
    @Primary
    Serializer serializer(@Qualifier("defaultAxonObjectMapper") ObjectMapper mapper, RevisionResolver revisions) {
        return jackson(mapper, revisions);
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(
            @Qualifier("defaultAxonObjectMapper") ObjectMapper mapper, RevisionResolver revisions) {
        return jackson(mapper, revisions);
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(@Qualifier("defaultAxonObjectMapper") ObjectMapper mapper, RevisionResolver revisions) {
        return jackson(mapper, revisions);
    }

    /** Beans of upcasters in their order; none while every event has its first form. */
    @Bean
    PastShapes pastShapes(List<EventUpcaster> upcasters) {
        return new PastShapes(upcasters);
    }

    private static Serializer jackson(ObjectMapper mapper, RevisionResolver revisions) {
        return JacksonSerializer.builder()
                .objectMapper(mapper)
                .revisionResolver(revisions)
                .lenientDeserialization()
                .build();
    }
}
