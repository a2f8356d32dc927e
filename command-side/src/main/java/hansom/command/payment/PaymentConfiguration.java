package hansom.command.payment;

import hansom.command.gateway.PaymentGateway;
import hansom.engines.work.WorkTable;
import org.axonframework.commandhandling.gateway.CommandGateway;
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
    PaymentWorker paymentWorker(PaymentGateway provider, CommandGateway commands) {
        var reports = new Reports(commands);
        return new PaymentWorker(provider, new PurseCalls(reports), reports, notes);
    }

    @Bean
    TopUpWorker topUpWorker(PaymentGateway provider, CommandGateway commands) {
        return new TopUpWorker(provider, new Reports(commands), notes);
    }

    @Bean
    NoticeWorker noticeWorker(PaymentGateway provider, CommandGateway commands) {
        return new NoticeWorker(provider, new Reports(commands), notes);
    }
}
