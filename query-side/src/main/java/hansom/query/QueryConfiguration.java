package hansom.query;

import hansom.engines.axon.ProcessorTuning;
import hansom.engines.role.ConditionalOnRole;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.Transactions;
import hansom.query.rebuild.GenerationStore;
import hansom.query.row.Catalogue;
import hansom.query.row.Generations;
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

    @Bean
    Catalogue catalogue() {
        return Catalogue.ofHansom();
    }

    @Bean
    GenerationStore generationStore(
            DataSource dataSource, JdbcClient sql, Dialect dialect, Transactions transactions, Catalogue catalogue) {
        Migrations.run(dataSource, "query");
        return new GenerationStore(sql, dialect, transactions, catalogue);
    }

    @Bean
    Generations generations(GenerationStore store) {
        return new Generations(store.living());
    }

    @Bean
    Views views(DataSource dataSource, Dialect dialect, Catalogue catalogue, Generations generations) {
        return new Views(dataSource, dialect, catalogue, generations);
    }

    /** Balances are sums: entries are added one after the other. */
    @Bean
    ProcessorTuning ledgerOneByOne() {
        return ProcessorTuning.oneByOne("query.ledger");
    }
}
