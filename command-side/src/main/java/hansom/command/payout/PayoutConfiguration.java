package hansom.command.payout;

import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.command.gateway.BankGateway;
import hansom.engines.json.MessageMapper;
import hansom.engines.work.WorkTable;
import org.axonframework.commandhandling.gateway.CommandGateway;
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
    PayoutWorker payoutWorker(BankGateway bank, CommandGateway commands) {
        return new PayoutWorker(bank, commands, mapper);
    }
}
