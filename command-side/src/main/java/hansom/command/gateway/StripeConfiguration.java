package hansom.command.gateway;

import com.stripe.StripeClient;
import hansom.engines.StartRefused;
import hansom.engines.work.WorkTable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Stripe as provider and bank: {@code hansom.stripe.key}, {@code .webhook-secret}, {@code .return-to}, and {@code .address} for a stand-in. */
@Configuration(proxyBeanMethods = false)
class StripeConfiguration {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 10_000;

    @Bean
    @Lazy
    StripeClient stripeClient(
            @Value("${hansom.stripe.key:}") String key,
            @Value("${hansom.stripe.address:https://api.stripe.com}") String address) {
        if (key.isEmpty()) throw new StartRefused("Stripe moves the money, and hansom.stripe.key is not set");
        return client(key, address, READ_MILLIS);
    }

    /** Repeats nothing by itself: that is the work table's task. */
    static StripeClient client(String key, String address, int readMillis) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(address)
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(readMillis)
                .setMaxNetworkRetries(0)
                .build();
    }

    @Bean
    @ConditionalOnProperty(name = "hansom.engines.payments", havingValue = "stripe")
    StripeGateway stripeGateway(
            StripeClient stripe, @Value("${hansom.stripe.return-to:https://localhost/}") String returnTo) {
        return new StripeGateway(stripe, returnTo);
    }

    @Bean
    @ConditionalOnProperty(name = "hansom.engines.payments", havingValue = "stripe")
    StripeDesk stripeDesk(@Value("${hansom.stripe.webhook-secret:}") String secret, WorkTable work) {
        if (secret.isEmpty())
            throw new StartRefused(
                    "Stripe's notices cannot be told from forged ones: set hansom.stripe.webhook-secret");
        return new StripeDesk(secret, GatewayConfiguration.notices(work));
    }

    @Bean
    @ConditionalOnProperty(name = "hansom.engines.bank", havingValue = "stripe")
    StripeBank stripeBank(StripeClient stripe) {
        return new StripeBank(stripe);
    }
}
