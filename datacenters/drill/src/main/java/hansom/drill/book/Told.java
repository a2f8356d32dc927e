package hansom.drill.book;

import tools.jackson.databind.JsonNode;

/** One line of a diary: something that a person was promised or told, or wished. */
record Told(String file, JsonNode line) {
    boolean isAnswer() {
        return kind().equals("answer");
    }

    boolean isFrame() {
        return kind().equals("frame");
    }

    private String kind() {
        return text("kind");
    }

    String text(String name) {
        return line.path(name).asString("");
    }

    JsonNode at(String name) {
        return line.path(name);
    }

    /** The call that was answered. */
    String call() {
        return text("method") + " " + text("path");
    }

    @Override
    public String toString() {
        return "%s was told %s".formatted(file, line);
    }
}
