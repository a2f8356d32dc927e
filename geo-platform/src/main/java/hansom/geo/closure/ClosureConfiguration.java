package hansom.geo.closure;

import hansom.engines.axon.ProcessorTuning;
import hansom.engines.clock.BusinessClock;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.Transactions;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is closed, remembered in a table and followed by events. */
@Configuration(proxyBeanMethods = false)
public class ClosureConfiguration {

    @Bean
    ClosureBoard closureBoard(BusinessClock businessClock) {
        return new ClosureBoard(businessClock);
    }

    @Bean
    ClosureFollower closureFollower(
            ClosureBoard board, DataSource dataSource, JdbcClient sql, Dialect dialect, Transactions transactions) {
        Migrations.run(dataSource, "roads");
        return new ClosureFollower(board, new ClosureTable(sql, dialect, transactions));
    }

    @Bean
    ProcessorTuning closuresInOrder() {
        return ProcessorTuning.oneByOne("geo.closures");
    }
}
