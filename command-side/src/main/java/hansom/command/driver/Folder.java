package hansom.command.driver;

import hansom.command.refusal.RefusedException;
import hansom.contract.driver.Paper;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.refusal.RefusalCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A driver's vehicles and documents. A licence and a passport are needed of the driver, a registration and an insurance of each vehicle. */
record Folder(List<Vehicle> vehicles, List<Filed> papers) {
    Folder {
        vehicles = List.copyOf(vehicles);
        papers = List.copyOf(papers);
    }

    Folder() {
        this(List.of(), List.of());
    }

    Optional<Vehicle> vehicle(VehicleId id) {
        return vehicles.stream()
                .filter(vehicle -> vehicle.vehicleId().equals(id))
                .findFirst();
    }

    Vehicle getVehicle(VehicleId id) {
        return vehicle(id).orElseThrow(() -> new RefusedException(RefusalCode.VEHICLE_UNKNOWN));
    }

    Optional<Filed> paper(PaperKey key) {
        return papers.stream().filter(filed -> filed.key().equals(key)).findFirst();
    }

    Filed getPaper(PaperKey key) {
        return paper(key).orElseThrow(() -> new RefusedException(RefusalCode.PAPER_UNKNOWN));
    }

    /** A vehicle that is changed must be approved anew: its documents are handed in once more. */
    Folder with(Vehicle vehicle) {
        List<Vehicle> all = new ArrayList<>(vehicles);
        all.removeIf(other -> other.vehicleId().equals(vehicle.vehicleId()));
        all.add(vehicle);
        return new Folder(
                all,
                papers.stream()
                        .map(filed -> vehicle.vehicleId().equals(filed.paper().vehicleId())
                                ? new Filed(filed.paper(), Paper.State.HANDED_IN)
                                : filed)
                        .toList());
    }

    Folder without(VehicleId vehicle) {
        return new Folder(
                vehicles.stream()
                        .filter(other -> !other.vehicleId().equals(vehicle))
                        .toList(),
                papers.stream()
                        .filter(filed -> !vehicle.equals(filed.paper().vehicleId()))
                        .toList());
    }

    Folder with(Paper paper, Paper.State state) {
        List<Filed> all = new ArrayList<>(papers);
        all.removeIf(other -> other.key().equals(PaperKey.of(paper)));
        all.add(new Filed(paper, state));
        return new Folder(vehicles, all);
    }

    Folder judged(PaperKey key, Paper.State state) {
        return paper(key).map(filed -> with(filed.paper(), state)).orElse(this);
    }

    /**
     * What keeps a driver with this folder from being approved: papers of his own, and those of the vehicle that lacks least, with how far
     * each is. Empty when nothing does.
     */
    List<String> lacking() {
        List<String> all = new ArrayList<>(lacking(null));
        if (vehicles.isEmpty()) all.add("a vehicle");
        vehicles.stream()
                .map(vehicle -> lacking(vehicle.vehicleId()))
                .min(Comparator.comparingInt(List::size))
                .ifPresent(all::addAll);
        return all;
    }

    /** Whether the papers of the driver himself (null) or of a vehicle are all approved. */
    boolean approved(@Nullable VehicleId vehicle) {
        return lacking(vehicle).isEmpty();
    }

    private List<String> lacking(@Nullable VehicleId vehicle) {
        return needed(vehicle)
                .flatMap(key -> {
                    Paper.State state = paper(key).map(Filed::state).orElse(null);
                    return state == Paper.State.APPROVED
                            ? Stream.empty()
                            : Stream.of("%s (%s)".formatted(key, words(state)));
                })
                .toList();
    }

    private static String words(Paper.@Nullable State state) {
        return switch (state) {
            case null -> "not handed in";
            case HANDED_IN -> "not approved yet";
            case REJECTED -> "rejected";
            case APPROVED -> "approved";
        };
    }

    /** The last day on which every paper of the driver and this vehicle holds. */
    LocalDate holdThrough(VehicleId vehicle) {
        return Stream.concat(needed(null), needed(vehicle))
                .map(key -> getPaper(key).paper().validThrough())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Stream<PaperKey> needed(@Nullable VehicleId vehicle) {
        return Arrays.stream(Paper.Kind.values())
                .filter(kind -> kind.ofVehicle() == (vehicle != null))
                .map(kind -> new PaperKey(kind, vehicle));
    }
}
