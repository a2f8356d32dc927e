package hansom.monitoring;

import hansom.engines.StartRefused;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Puts {@code /metrics} beside the public API and lets the door itself decide who may look: its token is none of the API's. */
@Configuration(proxyBeanMethods = false)
class MetricsDoorConfiguration {
    private static final String PATH = "/metrics";
    private static final int SHORTEST_TOKEN = 16;

    @Bean
    ServletRegistrationBean<MetricsDoor> metricsDoor(
            PrometheusMeterRegistry registry, @Value("${hansom.metrics.token:}") String token) {
        if (!token.isEmpty() && token.length() < SHORTEST_TOKEN)
            throw new StartRefused("hansom.metrics.token is shorter than %d characters and could be guessed"
                    .formatted(SHORTEST_TOKEN));
        var door = new ServletRegistrationBean<>(new MetricsDoor(registry, token), PATH);
        door.setName("metrics");
        return door;
    }

    @Bean
    @Order(0)
    SecurityFilterChain metricsChain(HttpSecurity http) {
        return http.securityMatcher(PATH)
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
