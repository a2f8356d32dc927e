package hansom.command.fare;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import hansom.contract.fare.Quote;
import hansom.engines.json.MessageMapper;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Signs a quote with all that it was made of: HMAC-SHA-256 over its JSON with the keys of maps and the members of sets in order. */
@Component
class QuoteSeal {
    private static final ObjectWriter JSON = MessageMapper.create()
            .registerModule(new SimpleModule().setSerializerModifier(new SetsInOrder()))
            .writerFor(Quote.class)
            .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final KeyedHash hash;

    @Autowired
    QuoteSeal(Secrets secrets) {
        this(secrets.bytes("quote"));
    }

    QuoteSeal(byte[] key) {
        this.hash = new KeyedHash(key);
    }

    Quote sealed(Quote quote) {
        return quote.sealedWith(of(quote));
    }

    /** Whether the quote carries our seal; takes the same time for every wrong one. */
    boolean isGenuine(Quote quote) {
        return MessageDigest.isEqual(
                of(quote).getBytes(StandardCharsets.UTF_8), quote.seal().getBytes(StandardCharsets.UTF_8));
    }

    private String of(Quote quote) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(hash.of(JSON.writeValueAsBytes(quote.sealedWith(""))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a quote could not be written", impossible);
        }
    }

    /** Sets have no order of their own; their members are written by their names. */
    private static final class InOrder extends StdSerializer<Set<?>> {
        private static final long serialVersionUID = 1L;

        InOrder(JavaType type) {
            super(type);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator out, SerializerProvider members) throws IOException {
            List<?> sorted =
                    set.stream().sorted(Comparator.comparing(String::valueOf)).toList();
            out.writeStartArray(sorted, sorted.size());
            for (Object member : sorted) members.defaultSerializeValue(member, out);
            out.writeEndArray();
        }
    }

    private static final class SetsInOrder extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifyCollectionSerializer(
                SerializationConfig config, CollectionType type, BeanDescription bean, JsonSerializer<?> usual) {
            return Set.class.isAssignableFrom(type.getRawClass()) ? new InOrder(type) : usual;
        }
    }
}
