package hansom.command.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stands for Stripe's HTTP interface as its reference describes it: form bodies in, JSON out, the first answer repeated under the same
 * idempotency key, errors in Stripe's words.
 */
final class StripeStand implements ResponseDefinitionTransformerV2 {
    /** Longer than the client of the tests waits. */
    private static final int LOST_MILLIS = 2_500;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, ObjectNode> intents = new LinkedHashMap<>();
    private final Map<String, Heard> heard = new LinkedHashMap<>();

    private record Heard(String said, int status, String body) {}

    private record Reply(int status, ObjectNode body) {}

    @Override
    public String getName() {
        return "stripe";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        var request = event.getRequest();
        var form = form(request.getBodyAsString());
        var said = request.getUrl() + " " + request.getBodyAsString();
        var key = request.getMethod().value().equals("POST") ? request.getHeader("Idempotency-Key") : null;
        if (key == null) return answer(reply(request, form), 0);
        var before = heard.get(key);
        if (before == null) {
            var reply = reply(request, form);
            heard.put(key, new Heard(said, reply.status(), reply.body().toString()));
            return answer(reply, "pm_lost".equals(form.get("payment_method")) ? LOST_MILLIS : 0);
        }
        if (!before.said().equals(said)) return answer(error(400, "idempotency_error", "idempotency_key_reused"), 0);
        return answer(before.status(), before.body(), 0);
    }

    private static ResponseDefinition answer(Reply reply, int delay) {
        return answer(reply.status(), reply.body().toString(), delay);
    }

    private static ResponseDefinition answer(int status, String body, int delay) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body)
                .withFixedDelay(delay)
                .build();
    }

    private Reply reply(Request request, Map<String, String> form) {
        var path = URI.create(request.getUrl()).getPath().split("/");
        if (path[2].equals("refunds")) return refund(form);
        if (path.length == 3) return create(form);
        if (path[3].equals("search")) return search(request);
        var intent = intents.get(path[3]);
        if (intent == null) return error(404, "invalid_request_error", "resource_missing");
        if (path.length == 4) return new Reply(200, intent);
        return path[4].equals("capture") ? capture(intent, form) : cancel(intent);
    }

    private Reply create(Map<String, String> form) {
        var manual = "manual".equals(form.get("capture_method"));
        var intent = mapper.createObjectNode()
                .put("object", "payment_intent")
                .put("id", "pi_" + (intents.size() + 1))
                .put("amount", Long.parseLong(form.get("amount")))
                .put("amount_received", manual ? 0 : Long.parseLong(form.get("amount")))
                .put("refunded", 0)
                .put("currency", form.get("currency"))
                .put("status", manual ? "requires_capture" : "succeeded");
        intent.putObject("metadata").put("call", form.get("metadata[call]"));
        intents.put(intent.get("id").asText(), intent);
        return switch (form.get("payment_method")) {
            case "pm_poor" -> declined(intent, "card_declined", "insufficient_funds");
            case "pm_confirms" ->
                manual
                        ? new Reply(200, waiting(intent))
                        : declined(intent, "authentication_required", "authentication_required");
            default -> new Reply(200, intent);
        };
    }

    private static ObjectNode waiting(ObjectNode intent) {
        intent.put("status", "requires_action");
        intent.putObject("next_action")
                .put("type", "redirect_to_url")
                .putObject("redirect_to_url")
                .put("url", "https://bank.example/confirm");
        return intent;
    }

    private Reply declined(ObjectNode intent, String code, String declineCode) {
        intent.put("status", "requires_payment_method").put("amount_received", 0);
        var reply = error(402, "card_error", code);
        ((ObjectNode) reply.body().get("error"))
                .put("decline_code", declineCode)
                .set("payment_intent", intent);
        return reply;
    }

    private Reply capture(ObjectNode intent, Map<String, String> form) {
        var amount = Long.parseLong(form.get("amount_to_capture"));
        if (!status(intent).equals("requires_capture"))
            return error(400, "invalid_request_error", "payment_intent_unexpected_state");
        if (amount > intent.get("amount").asLong()) return error(400, "invalid_request_error", "amount_too_large");
        intent.put("status", "succeeded").put("amount_received", amount);
        return new Reply(200, intent);
    }

    private Reply cancel(ObjectNode intent) {
        if (status(intent).equals("canceled") || status(intent).equals("succeeded"))
            return error(400, "invalid_request_error", "payment_intent_unexpected_state");
        return new Reply(200, intent.put("status", "canceled"));
    }

    private Reply refund(Map<String, String> form) {
        var intent = intents.get(form.get("payment_intent"));
        var amount = Long.parseLong(form.get("amount"));
        if (amount > taken(intent.get("id").asText()))
            return error(400, "invalid_request_error", "charge_already_refunded");
        intent.put("refunded", intent.get("refunded").asLong() + amount);
        return new Reply(
                200,
                mapper.createObjectNode()
                        .put("object", "refund")
                        .put("id", "re_1")
                        .put("status", "succeeded"));
    }

    private Reply search(Request request) {
        var query = request.queryParameter("query").firstValue();
        var result = mapper.createObjectNode().put("object", "search_result").put("has_more", false);
        var data = result.putArray("data");
        intents.values().stream()
                .filter(intent ->
                        query.contains("'" + intent.get("metadata").get("call").asText() + "'"))
                .forEach(data::add);
        return new Reply(200, result);
    }

    private Reply error(int status, String type, String code) {
        var body = mapper.createObjectNode();
        body.putObject("error").put("type", type).put("code", code).put("message", code);
        return new Reply(status, body);
    }

    synchronized void confirm(String id) {
        intents.get(id).put("status", "requires_capture").remove("next_action");
    }

    synchronized long taken(String id) {
        return intents.get(id).get("amount_received").asLong()
                - intents.get(id).get("refunded").asLong();
    }

    private static String status(ObjectNode intent) {
        return intent.get("status").asText();
    }

    private static Map<String, String> form(String body) {
        var form = new LinkedHashMap<String, String>();
        Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> form.put(decoded(pair[0]), decoded(pair[1])));
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
