package hansom.query.ledger;

import hansom.engines.meter.Figures;
import hansom.engines.meter.Meters;
import hansom.query.row.Views;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How often the ledger is proved by itself: soon after a start, then each hour unless configured otherwise. */
@Configuration(proxyBeanMethods = false)
class LedgerFiguresConfiguration {
    private static final Duration AFTER_START = Duration.ofSeconds(20);
    private static final Duration BALANCES = Duration.ofSeconds(30);

    @Bean
    Figures proofFigures(
            ObjectProvider<MeterRegistry> meters,
            Auditor auditor,
            @Value("${hansom.ledger.proof-every:1h}") Duration pace) {
        var reader = new ProofFigures(auditor, InstantSource.system());
        return new Figures(Meters.of(meters), "proof", pace, reader).after(AFTER_START);
    }

    @Bean
    Figures balanceFigures(ObjectProvider<MeterRegistry> meters, Views views) {
        return new Figures(Meters.of(meters), "balances", BALANCES, new BalanceFigures(views)).after(AFTER_START);
    }
}
