package hansom.saga.shift;

import hansom.saga.beat.Beat;
import hansom.saga.beat.Turns;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ShiftConfiguration {

    @Bean
    SignalWatch signalWatch(
            @Value("${hansom.signal.lost-after:30s}") Duration lostAfter,
            @Value("${hansom.signal.closed-after:10m}") Duration closedAfter,
            QueryGateway queries,
            CommandGateway commands) {
        return new SignalWatch(lostAfter, closedAfter, queries, commands);
    }

    @Bean
    Beat signalBeat(
            SignalWatch watch,
            Turns turns,
            @Value("${hansom.region:local}") String region,
            @Value("${hansom.signal.watched-every:5s}") Duration pace) {
        return new Beat("signal-" + region, pace, turns, watch);
    }
}
