package hansom.geo.nominatim;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import hansom.contract.geo.GeoQuery;
import hansom.contract.geo.GeoQuery.ReversePlace;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.GeoQuery.SuggestPlaces;
import hansom.contract.geo.Place;
import hansom.contract.geo.Places;
import hansom.geo.map.MapFolder;
import hansom.geo.place.PlaceConfiguration;
import hansom.geo.testing.Monaco;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A node that is told of a Nominatim, and what its people see when that is well, knows nothing, fails, and is gone. */
class GuardedGeocoderTest {
    private static final SearchPlaces STREET = new SearchPlaces("Boulevard des Moulins, Monaco", null, "", 5);
    private static final String INDEXED = "Avenue de la Costa";

    private final WireMockServer server = StandIn.ofMonaco();
    private final AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final QueryBus bus = SimpleQueryBus.builder().build();

    private void start(String engine, String url) {
        node.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("hansom.engines.geocoder", engine, "hansom.nominatim.url", url)));
        node.registerBean(MapFolder.class, Monaco::folder);
        node.registerBean(MeterRegistry.class, () -> meters);
        node.register(PlaceConfiguration.class, NominatimConfiguration.class, GeocoderHealth.class);
        node.refresh();
        new AnnotationQueryHandlerAdapter<>(node.getBean("placeQueries")).subscribe(bus);
    }

    @AfterEach
    void stop() {
        node.close();
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nominatim", "nominatim-api"})
    void asksItAndTheIndexInItsPlace(String engine) {
        start(engine, server.baseUrl());
        assertThat(ask(STREET)).extracting(Place::id).containsExactly("w166009794");
        assertThat(fallbacks("nothing")).isZero();

        // It knows nothing of this, and misspells nothing.
        assertThat(ask(new SearchPlaces("Avenu de la Costta", null, "", 5))
                        .getFirst()
                        .name())
                .isEqualTo(INDEXED);
        assertThat(ask(new ReversePlace(Monaco.STATION, 20, ""))).isNotEmpty();
        assertThat(fallbacks("nothing")).isEqualTo(2);

        int before = server.getAllServeEvents().size();
        assertThat(ask(new SuggestPlaces("avenue de la co", null, "", 5))
                        .getFirst()
                        .name())
                .isEqualTo(INDEXED);
        assertThat(ask(new SearchPlaces("43.7384, 7.4246", null, "", 5))).isNotEmpty();
        assertThat(server.getAllServeEvents()).hasSize(before);
        assertThat(health()).isEqualTo("UP");

        server.stubFor(any(anyUrl()).atPriority(1).willReturn(serverError()));
        assertThat(health()).isEqualTo("DEGRADED");
        for (int i = 0; i < 30; i++) assertThat(ask(STREET).getFirst().name()).isEqualTo("Boulevard des Moulins");
        assertThat(fallbacks("broken")).isBetween(3.0, 29.0);
        assertThat(fallbacks("broken") + fallbacks("open")).isEqualTo(30);

        server.stop();
        assertThat(ask(STREET)).isNotEmpty();
        assertThat(health()).isEqualTo("DEGRADED");
    }

    @Test
    void isTheIndexByDefault() {
        start("embedded", "");
        assertThat(ask(STREET).getFirst().name()).isEqualTo("Boulevard des Moulins");
        assertThat(server.getAllServeEvents()).isEmpty();
        assertThat(health()).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nominatim.example.org", "ftp://nominatim.example.org", "http://", "http://a b"})
    void doesNotStartWithoutAnAddress(String url) {
        assertThatThrownBy(() -> start("nominatim", url)).hasStackTraceContaining("needs hansom.nominatim.url");
    }

    @Test
    void doesNotStartWithAnEngineThatThereIsNot() {
        assertThatThrownBy(() -> start("photon", server.baseUrl()))
                .hasStackTraceContaining("hansom.engines.geocoder is one of");
    }

    private List<Place> ask(GeoQuery question) {
        return bus.query(new GenericQueryMessage<>(question, ResponseTypes.instanceOf(Places.class)))
                .join()
                .getPayload()
                .places();
    }

    private double fallbacks(String why) {
        return meters.find("hansom.geocoder.fallbacks").tag("why", why).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    private String health() {
        return node.getBean("geocoderHealthIndicator", HealthIndicator.class)
                .health()
                .getStatus()
                .getCode();
    }
}
