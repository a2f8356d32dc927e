package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import hansom.engines.StartRefused;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Sends codes as text messages through a gateway that takes {@code {"to", "text"}} by POST with a bearer token. A call that fails on the way
 * or is answered with 5xx or 429 is made once more under the same Idempotency-Key; then the caller hears that it is not possible now. What
 * the gateway says is never kept: it may repeat the code.
 */
@Component
@Profile("!sandbox")
class SmsGateway implements CodeChannel {
    private static final Logger LOG = LoggerFactory.getLogger(SmsGateway.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 2;

    private final RestClient http;

    @Autowired
    SmsGateway(@Value("${hansom.sms.url:}") String url, @Value("${hansom.sms.token:}") String token) {
        this(url, token, READ);
    }

    SmsGateway(String url, String token, Duration read) {
        if (url.isEmpty())
            throw new StartRefused("outside the sandbox phone codes need a text message gateway: set hansom.sms.url");
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        factory.setReadTimeout(read);
        this.http = RestClient.builder()
                .baseUrl(url)
                .requestFactory(factory)
                .defaultHeaders(headers -> {
                    if (!token.isEmpty()) headers.setBearerAuth(token);
                })
                .build();
    }

    @Override
    public void send(PhoneNumber phone, String code, Locale language) {
        String text = language.getLanguage().equals("ru")
                ? "Ваш код: " + code + ". Никому его не говорите."
                : "Your code: " + code + ". Tell it to nobody.";
        Map<String, String> message = Map.of("to", phone.digits(), "text", text);
        String key = UUID.randomUUID().toString();
        for (int attempt = 1; ; attempt++) {
            String trouble = trouble(message, key);
            if (trouble.isEmpty()) return;
            LOG.warn("the text message gateway failed ({}), attempt {}", trouble, attempt);
            if (attempt == ATTEMPTS)
                throw new Refused(RefusalCode.TEMPORARILY_UNAVAILABLE, "no text message can be sent now")
                        .after(Duration.ofSeconds(15));
        }
    }

    /** What may pass, in a word; empty when the message was taken. */
    private String trouble(Map<String, String> message, String key) {
        try {
            http.post()
                    .header("Idempotency-Key", key)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(message)
                    .retrieve()
                    .toBodilessEntity();
            return "";
        } catch (HttpClientErrorException no) {
            return switch (no.getStatusCode().value()) {
                case 400, 404, 422 -> throw Refused.at("#/phone", "cannot be reached by text message");
                default -> "HTTP " + no.getStatusCode().value();
            };
        } catch (RestClientException failed) {
            return failed.getClass().getSimpleName();
        }
    }
}
