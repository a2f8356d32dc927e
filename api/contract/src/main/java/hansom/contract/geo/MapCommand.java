package hansom.contract.geo;

import org.axonframework.commandhandling.RoutingKey;

/** What an operator may ask of the map. */
public sealed interface MapCommand {
    /**
     * Prepare the map in a file on the node's disk beside the one that is served, and go over to it when it is whole; refused map_file_unknown or
     * map_update_running. How it goes is told by {@link MapUpdate}.
     */
    record UpdateMap(String file, @RoutingKey String operator) implements MapCommand {}
}
