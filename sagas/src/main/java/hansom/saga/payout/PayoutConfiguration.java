package hansom.saga.payout;

import hansom.contract.id.Region;
import hansom.engines.clock.BusinessClock;
import hansom.saga.beat.Beat;
import hansom.saga.beat.Turns;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {
    /** Time for the book to take in what happened just before the clock was moved. */
    private static final Duration AFTER_A_MOVE = Duration.ofSeconds(2);

    @Bean
    PayoutTerms payoutTerms(@Value("${hansom.payout.least-minor:100}") long leastMinor) {
        return new PayoutTerms(leastMinor);
    }

    @Bean
    DayClock dayClock(
            @Value("${hansom.region:local}") String region,
            BusinessClock businessClock,
            QueryGateway queries,
            CommandGateway commands) {
        return new DayClock(Region.named(region), businessClock, queries, commands);
    }

    @Bean
    Beat dayBeat(
            DayClock days,
            Turns turns,
            BusinessClock businessClock,
            @Value("${hansom.region:local}") String region,
            @Value("${hansom.payout.looked-every:1m}") Duration pace) {
        var beat = new Beat("days-" + region, pace, turns, days);
        businessClock.onMove(_ -> beat.soon(AFTER_A_MOVE));
        return beat;
    }
}
