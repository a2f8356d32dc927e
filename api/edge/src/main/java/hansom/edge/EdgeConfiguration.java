package hansom.edge;

import hansom.engines.role.ConditionalOnRole;
import javax.sql.DataSource;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;

/** Everything a node needs to be spoken to by apps: REST, sign-in and live connections. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("edge")
@ComponentScan(basePackages = "hansom.edge", nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class EdgeConfiguration {

    @Bean
    EdgeTables edgeTables(DataSource dataSource) {
        return EdgeTables.upToDate(dataSource);
    }

    /** The JSON of the public API: snake case; what an app sends beyond what is known is passed over. */
    @Bean
    JsonMapperBuilderCustomizer publicJson() {
        return builder -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }
}
