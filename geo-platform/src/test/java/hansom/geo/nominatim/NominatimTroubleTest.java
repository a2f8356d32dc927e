package hansom.geo.nominatim;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import hansom.contract.geo.Point;
import hansom.geo.nominatim.NominatimAway.Why;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both ways of asking a Nominatim that does not do as it should. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NominatimTroubleTest {
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final Point SOMEWHERE = new Point(43.7384, 7.4246);

    private final WireMockServer server = StandIn.start();

    /** The two clients. */
    enum Client {
        THIN,
        LIBRARY;

        Nominatim of(String url) {
            return this == THIN
                    ? new ThinNominatim(url, "hansom-test", SHORT)
                    : new DudieNominatim(url, "hansom-test", "", SHORT);
        }
    }

    @BeforeEach
    void forget() {
        server.resetAll();
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAfterRefusals(Client client) {
        Nominatim nominatim = client.of(server.baseUrl());
        says(aResponse()
                .withStatus(400)
                .withBody("{\"error\":{\"code\":400,\"message\":\"" + "x".repeat(9_000) + "\"}}"));
        for (int i = 0; i < 40; i++) assertThat(failure(nominatim)).isEqualTo(Why.REFUSED);
        says(okJson("[" + StandIn.STREET + "]"));
        assertThat(nominatim.search("Boulevard des Moulins", null, "", 5)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void sendsWhatWasTypedAsOneValue(Client client) {
        says(okJson("[]"));
        for (String text : List.of(
                "Restaurant&limit=50&polygon_geojson=1",
                "Bar + Grill",
                "улица Ленина & Мира",
                "100% #1?",
                "{q}=;/\\\"")) {
            client.of(server.baseUrl()).search(text, SOMEWHERE, "ru", 7);
            server.verify(
                    exactly(1),
                    getRequestedFor(urlPathEqualTo("/search"))
                            .withQueryParam("q", equalTo(text))
                            .withQueryParam("limit", equalTo("7"))
                            .withQueryParam("accept-language", equalTo("ru"))
                            .withQueryParam("polygon_geojson", absent())
                            .withHeader("User-Agent", equalTo("hansom-test"))
                            .withHeader("Upgrade", absent()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesAFailedAnswerForNoPlace(Client client) {
        says(okJson(StandIn.NOTHING_THERE));
        assertThat(client.of(server.baseUrl()).reverse(SOMEWHERE, "")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutWhatIsNoObjectOfTheMap(Client client) {
        says(okJson("[" + StandIn.COUNTRY + "," + StandIn.CASINO + "]"));
        assertThat(client.of(server.baseUrl()).search("Monaco", null, "", 5))
                .extracting(Hit::id)
                .containsExactly("n4416197079");
    }

    @ParameterizedTest
    @EnumSource
    void waitsForNobodyForLong(Client client) {
        says(okJson("[]").withFixedDelay(5_000));
        assertThat(failure(client.of(server.baseUrl()))).isEqualTo(Why.LATE);
        says(okJson("[" + StandIn.STREET + "]").withChunkedDribbleDelay(40, 8_000));
        assertThat(failure(client.of(server.baseUrl()))).isIn(Why.LATE, Why.BROKEN);
    }

    @ParameterizedTest
    @EnumSource
    void asksOnceMoreWhereThatMayHelp(Client client) {
        server.stubFor(any(anyUrl())
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("free")
                .willReturn(aResponse().withStatus(503)));
        server.stubFor(any(anyUrl())
                .inScenario("busy")
                .whenScenarioStateIs("free")
                .willReturn(okJson("[" + StandIn.STREET + "]")));
        assertThat(client.of(server.baseUrl()).search("Boulevard", null, "", 5)).hasSize(1);
        says(aResponse().withStatus(503));
        assertThat(failure(client.of(server.baseUrl()))).isEqualTo(Why.BUSY);
        server.verify(exactly(2), getRequestedFor(urlPathEqualTo("/search")));
        says(aResponse().withStatus(500));
        assertThat(failure(client.of(server.baseUrl()))).isEqualTo(Why.BROKEN);
        server.verify(exactly(1), getRequestedFor(urlPathEqualTo("/search")));
    }

    @ParameterizedTest
    @EnumSource
    void livesThroughGarbage(Client client) {
        Set<Why> garbled = Set.of(Why.GARBLED, Why.BROKEN);
        for (String body : List.of(
                "<html>busy</html>", "{", "", "[1,2]", "[{\"lat\":\"x\"}]", "{\"error\":\"?\"}", "null", "\u0000"))
            assertThat(outcome(client, okJson(body))).matches(why -> why == null || garbled.contains(why), body);
        String nowhere = StandIn.STREET.replace("\"43.7423904\"", "\"943.7\"");
        assertThat(outcome(client, okJson("[" + nowhere + "]"))).isNull();
        String upsideDown =
                StandIn.STREET.replaceFirst("\"boundingbox\":.*]", "\"boundingbox\":[\"99\",\"-99\",\"x\",\"0\"]");
        says(okJson("[" + upsideDown + "]"));
        Throwable away = catchThrowable(() -> client.of(server.baseUrl()).search("Boulevard", null, "", 5));
        assertThat(away).matches(thrown -> thrown == null || thrown instanceof NominatimAway);
        Point far = new Point(44, 8);
        assertThat(Extent.of(far, 99, -99, 7, 6).metresTo(far)).isZero();
        for (Fault fault : List.of(Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE, Fault.RANDOM_DATA_THEN_CLOSE))
            assertThat(outcome(client, aResponse().withFault(fault))).isNotNull();
        says(okJson("[" + StandIn.STREET + "]"));
        assertThat(client.of(server.baseUrl()).search("Boulevard", null, "", 5)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void saysThatNobodyIsThere(Client client) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(failure(client.of("http://127.0.0.1:" + port))).isEqualTo(Why.UNREACHABLE);
    }

    private Why outcome(Client client, ResponseDefinitionBuilder answer) {
        says(answer);
        Nominatim nominatim = client.of(server.baseUrl());
        NominatimAway away = catchThrowableOfType(
                NominatimAway.class,
                () -> assertThat(nominatim.search("x", null, "", 5)).isEmpty());
        return away == null ? null : away.why();
    }

    private void says(ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static Why failure(Nominatim nominatim) {
        return catchThrowableOfType(NominatimAway.class, () -> nominatim.search("x", null, "", 5))
                .why();
    }
}
