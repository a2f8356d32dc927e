package hansom.edge.shape;

import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Words in paths and queries, as in bodies: {@code ?status=in_progress}. */
@Configuration(proxyBeanMethods = false)
class WordsInAddresses implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new Words());
    }

    @SuppressWarnings("rawtypes")
    private static final class Words implements ConverterFactory<String, Enum> {
        @Override
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return word -> {
                for (T value : type.getEnumConstants())
                    if (value.name().toLowerCase(Locale.ROOT).equals(word)) return value;
                throw new IllegalArgumentException("is not a word known here");
            };
        }
    }
}
