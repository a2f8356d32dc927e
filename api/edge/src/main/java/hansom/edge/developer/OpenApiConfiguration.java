package hansom.edge.developer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import hansom.contract.closure.ClosureId;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.FleetId;
import hansom.contract.driver.VehicleId;
import hansom.contract.missing.MissingRoadId;
import hansom.contract.order.OrderId;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PurseId;
import hansom.contract.payout.PayoutId;
import hansom.contract.rider.CardId;
import hansom.contract.rider.ContactId;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.SavedPlaceId;
import hansom.contract.shift.OfferId;
import hansom.edge.idempotency.IdempotencyKey;
import hansom.edge.signin.Caller;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** The OpenAPI 3.1 document at {@code /v1/openapi.json}, read from the controllers. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:hansom/edge/developer/openapi.properties")
class OpenApiConfiguration {
    private static final String UUID_PATTERN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String UUID_EXAMPLE = "01935d2a-0000-7000-8000-000000000000";
    private static final Map<Class<?>, String> IDS = Map.ofEntries(
            Map.entry(OrderId.class, "ord"),
            Map.entry(RiderId.class, "rid"),
            Map.entry(DriverId.class, "drv"),
            Map.entry(VehicleId.class, "veh"),
            Map.entry(FleetId.class, "flt"),
            Map.entry(CardId.class, "crd"),
            Map.entry(ContactId.class, "ctc"),
            Map.entry(SavedPlaceId.class, "plc"),
            Map.entry(PaymentId.class, "pay"),
            Map.entry(PurseId.class, "prs"),
            Map.entry(ClosureId.class, "cls"),
            Map.entry(MissingRoadId.class, "mrd"));

    OpenApiConfiguration() {
        var config = SpringDocUtils.getConfig();
        config.addRequestWrapperToIgnore(RiderId.class, DriverId.class, Caller.class, IdempotencyKey.class);
        IDS.forEach((type, prefix) -> config.replaceWithSchema(
                type,
                new StringSchema()
                        .pattern("^%s_%s$".formatted(prefix, UUID_PATTERN))
                        .example(prefix + "_" + UUID_EXAMPLE)));
        config.replaceWithSchema(
                OfferId.class, new StringSchema().example("off_%s_%s_1".formatted(UUID_EXAMPLE, UUID_EXAMPLE)));
        config.replaceWithSchema(
                PayoutId.class, new StringSchema().example("pot_drv_%s_20261124_eur".formatted(UUID_EXAMPLE)));
    }

    @Bean
    OpenAPI openApi(Release release) {
        return new OpenAPI()
                .info(new Info()
                        .title("Hansom")
                        .version(release.version())
                        .description(
                                "Ride-hailing: quotes, orders, shifts, money. Errors are problem+json (RFC 9457) with one code"
                                        + " a reason; GET /v1/problems lists them all. A 202 carries the resource's version: read it"
                                        + " back with min_version.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSchemas("Problem", ProblemSchema.schema())
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("The access token of POST /oauth2/token; it holds ten minutes.")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /** Reads records as the public JSON has them: snake case, words in lower case. */
    @Bean
    ModelResolver modelResolver() {
        ObjectMapper mapper = Json31.mapper().copy();
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        mapper.setAnnotationIntrospector(new AnnotationIntrospectorPair(
                new LowerCase(), mapper.getSerializationConfig().getAnnotationIntrospector()));
        return new Shapings(mapper);
    }

    private static final class LowerCase extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(
                com.fasterxml.jackson.databind.cfg.MapperConfig<?> config,
                AnnotatedClass type,
                Enum<?>[] values,
                String[] names) {
            return lower(type.getRawType(), values, names);
        }

        @Override
        @SuppressWarnings("deprecation")
        public String[] findEnumValues(Class<?> type, Enum<?>[] values, String[] names) {
            return lower(type, values, names);
        }

        private static String[] lower(Class<?> type, Enum<?>[] values, String[] names) {
            if (!type.getName().startsWith("hansom.")) return names;
            for (int i = 0; i < values.length; i++) names[i] = values[i].name().toLowerCase(Locale.ROOT);
            return names;
        }
    }
}
