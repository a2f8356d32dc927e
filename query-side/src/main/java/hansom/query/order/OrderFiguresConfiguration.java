package hansom.query.order;

import hansom.engines.meter.Figures;
import hansom.engines.meter.Meters;
import hansom.query.row.Views;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderFiguresConfiguration {
    @Bean
    Figures orderFigures(
            ObjectProvider<MeterRegistry> meters, Views views, @Value("${hansom.figures.pace:5s}") Duration pace) {
        return new Figures(Meters.of(meters), "orders", pace, new OrderFigures(views));
    }
}
