package hansom.edge.signin;

import hansom.engines.StartRefused;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Sends codes as text messages through a gateway that takes JSON over HTTPS: {@code {"to", "text"}} with a bearer token. */
@Component
@Profile("!sandbox")
class SmsGateway implements CodeChannel {
    private final RestClient http;

    SmsGateway(@Value("${hansom.sms.url:}") String url, @Value("${hansom.sms.token:}") String token) {
        if (url.isEmpty())
            throw new StartRefused("outside the sandbox phone codes need a text message gateway: set hansom.sms.url");
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build());
        factory.setReadTimeout(Duration.ofSeconds(5));
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
        http.post()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("to", phone.digits(), "text", text))
                .retrieve()
                .toBodilessEntity();
    }
}
