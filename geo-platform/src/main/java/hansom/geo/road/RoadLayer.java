package hansom.geo.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.json.Statement.Op;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.TurnCostsConfig;
import hansom.contract.driver.VehicleType;
import hansom.engines.StartRefused;
import hansom.geo.map.Layer;
import java.nio.file.Path;
import java.util.List;

/**
 * The graph of all roads with the rules of each kind of vehicle: turn restrictions and the price of a U-turn included, nothing but time
 * in the weight. Which way is the fastest is found on arrays made of it, whose weights change; see {@link Network}.
 */
final class RoadLayer implements Layer {
    static final String CAR = "car";
    private static final String TRUCK = "truck";
    private static final int U_TURN_SECONDS = 40;
    private static final int LEAST_NETWORK_EDGES = 100;
    private static final String VALUES =
            "car_access,car_average_speed,hgv,max_weight,max_height,max_width,road_access,road_class,road_environment,toll,osm_way_id";

    static String profile(VehicleType vehicle) {
        return switch (vehicle) {
            case CAR, VAN -> CAR;
            case TRUCK -> TRUCK;
        };
    }

    @Override
    public String name() {
        return "roads-2";
    }

    @Override
    public void build(Path extract, Path folder) {
        GraphHopper hopper = configured(folder).setOSMFile(extract.toString());
        hopper.importOrLoad();
        int edges = hopper.getBaseGraph().getEdges();
        hopper.close();
        if (edges == 0) throw new IllegalStateException("there is no road in it");
    }

    /** The graph that was built into the folder. */
    static GraphHopper open(Path folder) {
        GraphHopper hopper = configured(folder).setAllowWrites(false);
        if (!hopper.load())
            throw new StartRefused("the roads in %s cannot be read; delete the folder".formatted(folder));
        return hopper;
    }

    private static GraphHopper configured(Path folder) {
        return new GraphHopper()
                .setGraphHopperLocation(folder.toString())
                .setEncodedValuesString(VALUES)
                .setProfiles(List.of(car(), truck()))
                .setMinNetworkSize(LEAST_NETWORK_EDGES)
                .setSortGraph(false);
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

    private static Profile truck() {
        CustomModel model = new CustomModel()
                .setDistanceInfluence(0d)
                .addToPriority(Statement.If("!car_access || hgv == NO", Op.MULTIPLY, "0"))
                .addToPriority(
                        Statement.If("max_weight < 7.5 || max_height < 3.5 || max_width < 2.5", Op.MULTIPLY, "0"))
                .addToSpeed(Statement.If("true", Op.LIMIT, "car_average_speed * 0.9"))
                .addToSpeed(Statement.If("true", Op.LIMIT, "90"));
        TurnCostsConfig turns =
                new TurnCostsConfig(List.of("hgv", "motorcar", "motor_vehicle")).setUTurnCosts(2 * U_TURN_SECONDS);
        return new Profile(TRUCK).setCustomModel(model).setTurnCostsConfig(turns);
    }
}
