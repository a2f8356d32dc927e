package hansom.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class MetricsDoorTest {
    private static final String TOKEN = "a token of sixteen or more";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/metrics");
    private MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void isOpenToThisMachine() throws IOException {
        registry.counter("rides").increment(3);
        look("");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("text/plain; version=0.0.4");
        assertThat(response.getContentAsString()).contains("rides_total 3.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Real-IP", "Forwarded", "Via"})
    void isShutToWhomAProxyBrings(String header) throws IOException {
        request.addHeader(header, "203.0.113.7");
        look("");
        refused();
    }

    @Test
    void isShutToOtherMachinesWithoutAToken() throws IOException {
        request.setRemoteAddr("192.0.2.4");
        look("");
        refused();
        look(TOKEN);
        refused();
    }

    @Test
    void isOpenToWhoeverBringsTheToken() throws IOException {
        request.setRemoteAddr("192.0.2.4");
        request.addHeader("X-Forwarded-For", "192.0.2.4");
        request.addHeader("Authorization", "Bearer " + TOKEN);
        look(TOKEN);
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer another", "Basic YTpi", "Bearer a token of sixteen or mor"})
    void isShutToAWrongTokenEvenOnThisMachine(String shown) throws IOException {
        request.addHeader("Authorization", shown);
        look(TOKEN);
        refused();
        look("");
        refused();
    }

    private void look(String token) throws IOException {
        response = new MockHttpServletResponse();
        new MetricsDoor(registry, token).doGet(request, response);
    }

    private void refused() throws IOException {
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString())
                .contains("\"code\":\"forbidden\"")
                .doesNotContain("_total");
    }
}
