package hansom.saga;

import hansom.engines.role.ConditionalOnRole;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.Transactions;
import hansom.saga.beat.Turns;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything of the role {@code sagas}: the sagas themselves, matching rounds, the watch over silent phones, and the end of days. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("sagas")
@ComponentScan(basePackageClasses = SagaConfiguration.class)
public class SagaConfiguration {

    @Bean
    Turns turns(
            DataSource dataSource,
            JdbcClient jdbc,
            Transactions transactions,
            @Value("${hansom.node:node-1}") String node) {
        Migrations.run(dataSource, "sagas");
        return new Turns(jdbc, transactions, node, InstantSource.system());
    }
}
