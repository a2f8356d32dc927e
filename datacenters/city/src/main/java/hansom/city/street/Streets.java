package hansom.city.street;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.json.Statement.Op;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import com.graphhopper.util.PointList;
import com.graphhopper.util.TurnCostsConfig;
import com.graphhopper.util.details.PathDetail;
import hansom.city.chance.Chance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The roads that the city's drivers know: an import of their own of the map file, with its turn restrictions. */
public final class Streets implements AutoCloseable {
    private static final String CAR = "car";
    private static final String VALUES = "car_access,car_average_speed,road_class";
    private static final int U_TURN_SECONDS = 40;
    private static final int LEAST_NETWORK_EDGES = 100;
    private static final double NEAR_METRES = 120;
    private static final int TRIES = 200;

    private final GraphHopper hopper;
    private final EdgeFilter drivable;

    private Streets(GraphHopper hopper) {
        this.hopper = hopper;
        this.drivable = new DefaultSnapFilter(
                hopper.createWeighting(hopper.getProfile(CAR), new PMap()),
                hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(CAR)));
    }

    /** Imported at the first time, then read from the folder. */
    public static Streets open(MapFile map, Path folder) {
        GraphHopper hopper = new GraphHopper()
                .setGraphHopperLocation(
                        folder.resolve("roads-" + map.hash().substring(0, 16)).toString())
                .setEncodedValuesString(VALUES)
                .setProfiles(List.of(car()))
                .setMinNetworkSize(LEAST_NETWORK_EDGES)
                .setSortGraph(false)
                .setOSMFile(map.path().toString());
        hopper.importOrLoad();
        return new Streets(hopper);
    }

    private static Profile car() {
        CustomModel model = new CustomModel()
                .setDistanceInfluence(0d)
                .addToPriority(Statement.If("!car_access", Op.MULTIPLY, "0"))
                .addToSpeed(Statement.If("true", Op.LIMIT, "car_average_speed"));
        return new Profile(CAR)
                .setCustomModel(model)
                .setTurnCostsConfig(TurnCostsConfig.car().setUTurnCosts(U_TURN_SECONDS));
    }

    /** The place on a road where a car can stop for someone at this spot. */
    public Optional<Spot> kerb(Spot spot) {
        Snap snap = hopper.getLocationIndex().findClosest(spot.lat(), spot.lng(), drivable);
        return snap.isValid() && snap.getQueryDistance() <= NEAR_METRES
                ? Optional.of(new Spot(
                        snap.getSnappedPoint().getLat(), snap.getSnappedPoint().getLon()))
                : Optional.empty();
    }

    /** Some place at a road. */
    public Spot somewhere(Chance chance) {
        var nodes = hopper.getBaseGraph().getNodeAccess();
        for (int i = 0; i < TRIES; i++) {
            int node = chance.of("somewhere", i)
                    .below("node", hopper.getBaseGraph().getNodes());
            Optional<Spot> kerb = kerb(new Spot(nodes.getLat(node), nodes.getLon(node)));
            if (kerb.isPresent()) return kerb.get();
        }
        throw new IllegalStateException("hardly a road of this map can be driven on");
    }

    /** The way that the map thinks fastest; empty when there is none. */
    public Optional<Way> way(Spot from, Spot to) {
        GHResponse answer = hopper.route(new GHRequest(from.lat(), from.lng(), to.lat(), to.lng())
                .setProfile(CAR)
                .setPathDetails(List.of("road_class", "average_speed", "edge_id"))
                .putHint("instructions", false)
                .putHint("way_point_max_distance", 0));
        return answer.hasErrors() ? Optional.empty() : Optional.of(way(answer.getBest()));
    }

    private static Way way(ResponsePath path) {
        PointList points = path.getPoints();
        String[] classes = spread(path, "road_class", points.size());
        String[] speeds = spread(path, "average_speed", points.size());
        Set<Integer> junctions = new HashSet<>();
        for (PathDetail edge : path.getPathDetails().getOrDefault("edge_id", List.of())) junctions.add(edge.getLast());
        List<Way.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            Spot from = new Spot(points.getLat(i), points.getLon(i));
            Spot to = new Spot(points.getLat(i + 1), points.getLon(i + 1));
            double metres = from.metresTo(to);
            if (metres > 0)
                stretches.add(new Way.Stretch(
                        from,
                        to,
                        metres,
                        classes[i],
                        Math.max(5, Double.parseDouble(speeds[i])),
                        junctions.contains(i + 1)));
        }
        return new Way(stretches);
    }

    private static String[] spread(ResponsePath path, String detail, int points) {
        String[] spread = new String[points];
        java.util.Arrays.fill(spread, "20");
        for (PathDetail one : path.getPathDetails().getOrDefault(detail, List.of()))
            for (int i = one.getFirst(); i < one.getLast(); i++) spread[i] = String.valueOf(one.getValue());
        return spread;
    }

    @Override
    public void close() {
        hopper.close();
    }
}
