package hansom.engines.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the keys of maps that are keyed by ids: JSON only knows text there, so the text is read as the id itself. */
final class WrapperKeys implements KeyDeserializers {

    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription description) {
        return Shape.isWrapper(type.getRawClass()) ? new OfWrapper(type) : null;
    }

    private static final class OfWrapper extends KeyDeserializer {
        private final JavaType type;

        OfWrapper(JavaType type) {
            this.type = type;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try (var buffer = new TokenBuffer(context.getParser(), context)) {
                buffer.writeString(key);
                try (JsonParser parser = buffer.asParser(context.getParser())) {
                    parser.nextToken();
                    return context.readValue(parser, type);
                }
            }
        }
    }
}
