package hansom.saga.booking;

import hansom.contract.id.Region;
import hansom.engines.meter.Meters;
import hansom.saga.beat.Beat;
import hansom.saga.beat.Turns;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

    @Bean
    BookingTimes bookingTimes(
            @Value("${hansom.matching.search:3m}") Duration search,
            @Value("${hansom.matching.ahead:15m}") Duration ahead,
            @Value("${hansom.matching.countdown:15s}") Duration countdown,
            @Value("${hansom.matching.patience:3s}") Duration patience) {
        return new BookingTimes(search, ahead, countdown, patience);
    }

    @Bean
    MatchingRounds matchingRounds(
            @Value("${hansom.region:local}") String region,
            @Value("${hansom.matching.asked-at-once:3}") int askedAtOnce,
            BookingTimes times,
            QueryGateway queries,
            CommandGateway commands,
            Clock businessClock,
            ObjectProvider<MeterRegistry> registry) {
        var memory = new OfferMemory(askedAtOnce, InstantSource.system());
        var meters = new MatchingMeters(Meters.of(registry));
        return new MatchingRounds(Region.named(region), times, queries, commands, businessClock, memory, meters);
    }

    @Bean
    Beat matchingBeat(
            MatchingRounds rounds,
            Turns turns,
            @Value("${hansom.region:local}") String region,
            @Value("${hansom.matching.round:500ms}") Duration pace) {
        return new Beat("matching-" + region, pace, turns, rounds);
    }
}
