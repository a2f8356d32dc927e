package hansom.edge.city;

/** One event of the stream: its name and its JSON, made once for all who watch. */
record Told(String name, String json) {}
