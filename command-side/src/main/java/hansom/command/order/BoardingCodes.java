package hansom.command.order;

import hansom.contract.order.OrderId;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The four digits that a rider tells the driver: they follow from the order and a secret, so that telling twice tells the same. */
@Component
class BoardingCodes {
    private static final int CODES = 10_000;

    private final KeyedHash hash;

    @Autowired
    BoardingCodes(Secrets secrets) {
        this(secrets.bytes("boarding-code"));
    }

    BoardingCodes(byte[] key) {
        this.hash = new KeyedHash(key);
    }

    String of(OrderId order) {
        int number = ByteBuffer.wrap(hash.of(order.value().getBytes(StandardCharsets.UTF_8)))
                .getInt();
        return "%04d".formatted(Math.floorMod(number, CODES));
    }
}
