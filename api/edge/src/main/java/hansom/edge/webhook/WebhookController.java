package hansom.edge.webhook;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.idempotency.IdempotencyKey;
import hansom.edge.idempotency.Idempotent;
import hansom.edge.refusal.Refused;
import hansom.edge.signin.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where developers name the addresses that are told what happens, look at what became of it, and have it told again. */
@RestController
@RequestMapping("/v1/webhooks")
class WebhookController {
    private static final int MOST = 20;

    private final WebhookTables tables;
    private final WebhookSender sender;
    private final boolean sandbox;

    WebhookController(WebhookTables tables, WebhookSender sender, Environment environment) {
        this.tables = tables;
        this.sender = sender;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    /** {@code events} are types of notices; none means all. */
    record NewWebhook(
            @NotBlank @Size(max = 2_000) String url,
            @Size(max = 50) @Nullable Set<String> events) {}

    /** The secret is shown once, in the answer that makes the webhook. */
    record WebhookShown(
            String id,
            String url,
            Set<String> events,
            Instant createdAt,
            long nextSeq,
            @Nullable String secret) {
        static WebhookShown of(Webhook webhook, @Nullable String secret) {
            return new WebhookShown(
                    webhook.id(),
                    webhook.url(),
                    new TreeSet<>(webhook.events()),
                    webhook.createdAt(),
                    webhook.nextSeq(),
                    secret);
        }
    }

    record WebhookList(List<WebhookShown> webhooks) {}

    record DeliveryList(List<Delivery> deliveries) {}

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    WebhookShown add(@Valid @RequestBody NewWebhook wanted, Caller caller, IdempotencyKey key) {
        String url = checked(wanted.url());
        Set<String> events = wanted.events() == null ? Set.of() : Set.copyOf(wanted.events());
        for (String event : events)
            if (!NoticeTypes.ALL.contains(event)) throw Refused.at("#/events", "there is no event type " + event);
        if (tables.list(caller.subject()).size() >= MOST) throw new Refused(RefusalCode.TOO_MANY);
        String id = key.derivedId("whk");
        tables.add(id, url, events, caller.subject());
        return WebhookShown.of(own(id, caller), "whsec_" + HexFormat.of().formatHex(sender.key(id)));
    }

    private String checked(String url) {
        try {
            URI uri = new URI(url);
            boolean secure = "https".equals(uri.getScheme());
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !(secure || (sandbox && "http".equals(uri.getScheme()))))
                throw Refused.at("#/url", "must be an https address");
            return url;
        } catch (URISyntaxException malformed) {
            throw Refused.at("#/url", "is not an address");
        }
    }

    @GetMapping
    WebhookList list(Caller caller) {
        return new WebhookList(tables.list(caller.subject()).stream()
                .map(webhook -> WebhookShown.of(webhook, null))
                .toList());
    }

    @GetMapping("/{id}")
    WebhookShown get(@PathVariable String id, Caller caller) {
        return WebhookShown.of(own(id, caller), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, Caller caller) {
        tables.remove(own(id, caller).id());
    }

    /** Every attempt of the last notices, the newest first. */
    @GetMapping("/{id}/deliveries")
    DeliveryList deliveries(
            @PathVariable String id, @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit, Caller caller) {
        return new DeliveryList(tables.deliveries(own(id, caller).id(), limit));
    }

    /** Tells everything again from the notice with this number on. */
    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WebhookShown replay(@PathVariable String id, @RequestParam @Min(1) long from, Caller caller) {
        Webhook webhook = own(id, caller);
        if (from > tables.lastSeq() + 1)
            throw new Refused(RefusalCode.INVALID_REQUEST, "there is no notice with that number yet");
        tables.rewind(webhook.id(), from);
        return WebhookShown.of(own(id, caller), null);
    }

    private Webhook own(String id, Caller caller) {
        return tables.find(id)
                .filter(webhook -> webhook.owner().equals(caller.subject()))
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    }
}
