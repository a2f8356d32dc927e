package hansom.edge.shape;

import java.util.Set;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API speaks JSON; other formats that a library on the class path happens to bring are neither read nor written. */
@Component
class JsonOnly implements WebMvcConfigurer {
    private static final Set<String> OTHERS = Set.of("xml", "yaml", "cbor", "x-jackson-smile");

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> converters.removeIf(JsonOnly::other));
    }

    private static boolean other(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream().anyMatch(type -> OTHERS.contains(type.getSubtype()));
    }
}
