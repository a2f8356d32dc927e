package hansom.edge.webhook;

import hansom.engines.axon.ProcessorTuning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices are numbered one after the other. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    @Bean
    ProcessorTuning noticesOneByOne() {
        return ProcessorTuning.oneByOne(NoticeLog.GROUP);
    }
}
