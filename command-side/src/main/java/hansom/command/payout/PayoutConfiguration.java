package hansom.command.payout;

import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.command.gateway.BankGateway;
import hansom.command.gateway.TimedBank;
import hansom.engines.json.MessageMapper;
import hansom.engines.meter.Meters;
import hansom.engines.work.WorkTable;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {
    private final ObjectMapper mapper = MessageMapper.create();

    @Bean
    BankCalls bankCalls(WorkTable work) {
        return new BankCalls(work, mapper);
    }

    @Bean
    PayoutWorker payoutWorker(BankGateway bank, CommandGateway commands, ObjectProvider<MeterRegistry> meters) {
        return new PayoutWorker(new TimedBank(bank, Meters.of(meters)), commands, mapper);
    }
}
