package hansom.query;

import hansom.engines.axon.ProcessorTuning;
import hansom.engines.role.ConditionalOnRole;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Migrations;
import hansom.query.row.Views;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The query side: views, feeds, the ledger, and the past. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("query")
@ComponentScan(basePackages = "hansom.query", nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
public class QueryConfiguration {
    private static final String GENERATION = "views_1";

    @Bean
    Views views(DataSource dataSource, JdbcClient sql, Dialect dialect) {
        Migrations.run(dataSource, "query");
        return new Views(sql, dialect, GENERATION);
    }

    /** Balances are sums: entries are added one after the other. */
    @Bean
    ProcessorTuning ledgerOneByOne() {
        return ProcessorTuning.oneByOne("query.ledger");
    }
}
