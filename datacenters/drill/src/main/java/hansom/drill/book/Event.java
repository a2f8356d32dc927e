package hansom.drill.book;

import tools.jackson.databind.JsonNode;

/** An event as the node stores it; its type by its simple name. */
public record Event(long position, String stream, long sequence, String type, JsonNode body) {
    String text(String name) {
        return body.path(name).asString("");
    }

    long amount(String name) {
        return body.path(name).path("amount_minor").asLong();
    }
}
