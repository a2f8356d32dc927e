package hansom.contract.missing;

import java.util.List;

/** Roads that the map lacks, those driven most first. */
public record MissingRoads(List<MissingRoad> roads) {
    public MissingRoads {
        roads = List.copyOf(roads);
    }
}
