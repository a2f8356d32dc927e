package hansom.command.gateway;

import hansom.engines.StartRefused;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.Transactions;
import hansom.engines.work.WorkTable;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The played provider and bank; they refuse to start where real money moves. */
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

    @Bean
    @ConditionalOnProperty(name = "hansom.engines.payments", havingValue = "sandbox", matchIfMissing = true)
    SandboxProvider sandboxProvider(
            DataSource dataSource,
            JdbcClient sql,
            Dialect dialect,
            Transactions transactions,
            WorkTable work,
            Environment environment) {
        checkPlayed(environment, "provider", "payments");
        Migrations.run(dataSource, "sandbox");
        return new SandboxProvider(new SandboxBook(sql, dialect, transactions), GatewayConfiguration.notices(work));
    }

    @Bean
    @ConditionalOnProperty(name = "hansom.engines.payments", havingValue = "sandbox", matchIfMissing = true)
    SandboxDesk sandboxDesk(SandboxProvider provider) {
        return new SandboxDesk(provider);
    }

    @Bean
    @ConditionalOnProperty(name = "hansom.engines.bank", havingValue = "sandbox", matchIfMissing = true)
    SandboxBank sandboxBank(
            DataSource dataSource,
            JdbcClient sql,
            Dialect dialect,
            Transactions transactions,
            Environment environment) {
        checkPlayed(environment, "bank", "bank");
        Migrations.run(dataSource, "sandbox");
        return new SandboxBank(sql, dialect, transactions);
    }

    private static void checkPlayed(Environment environment, String what, String property) {
        if (environment.acceptsProfiles(Profiles.of("production")))
            throw new StartRefused(
                    "profile production moves real money, and the %s is played: set hansom.engines.%s=stripe"
                            .formatted(what, property));
    }
}
