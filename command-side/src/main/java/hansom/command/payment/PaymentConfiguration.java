package hansom.command.payment;

import hansom.command.gateway.PaymentGateway;
import hansom.command.gateway.TimedProvider;
import hansom.engines.meter.Meters;
import hansom.engines.work.WorkTable;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {
    private final Notes notes = new Notes();

    @Bean
    GatewayCalls gatewayCalls(WorkTable work) {
        return new GatewayCalls(work, notes);
    }

    @Bean
    PaymentWorker paymentWorker(
            PaymentGateway provider, CommandGateway commands, ObjectProvider<MeterRegistry> meters) {
        var reports = new Reports(commands);
        return new PaymentWorker(
                new TimedProvider(provider, Meters.of(meters)), new PurseCalls(reports), reports, notes);
    }

    @Bean
    TopUpWorker topUpWorker(PaymentGateway provider, CommandGateway commands, ObjectProvider<MeterRegistry> meters) {
        return new TopUpWorker(new TimedProvider(provider, Meters.of(meters)), new Reports(commands), notes);
    }

    @Bean
    NoticeWorker noticeWorker(PaymentGateway provider, CommandGateway commands) {
        return new NoticeWorker(provider, new Reports(commands), notes);
    }
}
