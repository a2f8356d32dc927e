package hansom.engines;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hansom.engines.axon.AxonEngines;
import hansom.engines.clock.BusinessClock;
import hansom.engines.clock.ClockTable;
import hansom.engines.data.DataFolder;
import hansom.engines.keys.MasterKey;
import hansom.engines.keys.Seals;
import hansom.engines.keys.Secrets;
import hansom.engines.meter.Meters;
import hansom.engines.objects.ObjectFolder;
import hansom.engines.objects.ObjectStore;
import hansom.engines.postgres.Durability;
import hansom.engines.postgres.LocalPostgres;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.redis.RedisConfiguration;
import hansom.engines.role.ConditionalOnRole;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.sql.Transactions;
import hansom.engines.work.WorkLoop;
import hansom.engines.work.WorkTable;
import hansom.engines.work.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engines of the small size: a data folder with PostgreSQL, Redis and files in it, and what stands on them. {@code hansom.data} names
 * the folder, {@code hansom.postgres} and {@code hansom.redis} servers outside it.
 */
@Configuration(proxyBeanMethods = false)
@Import({AxonEngines.class, RedisConfiguration.class, EngineHealth.class, EngineFigures.class})
public class EnginesConfiguration {
    private static final int CONNECTIONS = 40;

    /** Taken here unless main has taken it already. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    DataFolder dataFolder(@Value("${hansom.data}") Path folder) {
        return DataFolder.take(folder);
    }

    /** Started only where no other is named. */
    @Bean(destroyMethod = "close")
    @Lazy
    LocalPostgres localPostgres(DataFolder data) {
        return LocalPostgres.start(data.folder("postgres"), data.folder("programs"));
    }

    @Bean
    PostgresAddress postgresAddress(
            @Value("${hansom.postgres:}") String named, ObjectProvider<LocalPostgres> embedded) {
        return named.isEmpty() ? embedded.getObject().database("hansom") : PostgresAddress.of(named);
    }

    /** Serves only once the server has shown that it forgets nothing, and the engines' own tables are there. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(PostgresAddress address) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("hansom");
        pool.setJdbcUrl(address.url());
        if (!address.user().isEmpty()) pool.setUsername(address.user());
        if (!address.password().isEmpty()) pool.setPassword(address.password());
        pool.addDataSourceProperty("reWriteBatchedInserts", "true"); // many rows become one statement
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(4);
        pool.setConnectionTimeout(10_000);
        pool.setInitializationFailTimeout(-1);
        HikariDataSource dataSource = new HikariDataSource(pool);
        try {
            Durability.check(dataSource);
            Migrations.run(dataSource, "engines");
            return dataSource;
        } catch (RuntimeException refused) {
            dataSource.close();
            throw refused;
        }
    }

    @Bean
    Dialect dialect() {
        return new PostgresDialect();
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new Transactions(manager);
    }

    @Bean
    MasterKey masterKey(DataFolder data, @Value("${hansom.master-key:}") String file) {
        return MasterKey.of(data, file);
    }

    @Bean
    Seals seals(JdbcClient sql, Dialect dialect, Transactions transactions, MasterKey master) {
        return new Seals(sql, dialect, transactions, master);
    }

    @Bean
    Secrets secrets(JdbcClient sql, Dialect dialect, Transactions transactions, MasterKey master) {
        return new Secrets(sql, dialect, transactions, master);
    }

    @Bean
    BusinessClock businessClock(JdbcClient sql, Dialect dialect, Transactions transactions) {
        return new BusinessClock(Clock.systemUTC(), new ClockTable(sql, dialect, transactions));
    }

    @Bean
    ObjectStore objects(DataFolder data) {
        return new ObjectFolder(data.folder("objects"));
    }

    @Bean
    WorkTable workTable(
            JdbcClient sql, Dialect dialect, Transactions transactions, @Value("${hansom.node:node-1}") String node) {
        return new WorkTable(sql, dialect, transactions, Clock.systemUTC(), node);
    }

    @Bean
    @ConditionalOnRole("command")
    WorkLoop workLoop(WorkTable table, List<Worker> workers, ObjectProvider<MeterRegistry> meters) {
        return new WorkLoop(table, workers, Meters.of(meters));
    }
}
