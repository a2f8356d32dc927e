package hansom.geo.pickup;

import com.carrotsearch.hppc.LongArrayList;
import hansom.geo.map.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds what pick-up points are found in: ways on foot, what stands between them and a door, houses with their doors, stations. */
final class PickupLayer implements Layer {
    static final String SIDE = "side";

    @Override
    public String name() {
        return "pickup-1";
    }

    @Override
    public void build(Path extract, Path folder) throws IOException {
        Survey survey = Survey.of(extract);
        Map<Long, Integer> nodes = new FootwayWriter(survey).write(folder);
        new HouseWriter(survey, nodes).write(folder);
        Numbers.write(folder.resolve(SIDE), new int[] {survey.side.left() ? 1 : 0});
    }

    /** Houses, grounds and barriers as lines; doors under the house that they belong to, those of none at the end. */
    private static final class HouseWriter {
        private final Survey survey;
        private final Map<Long, Integer> footways;
        private final Ints lines = new Ints();
        private final Ints houses = new Ints();
        private final Ints doors = new Ints();
        private final Grid.Builder lineGrid = new Grid.Builder();
        private final Grid.Builder houseGrid = new Grid.Builder();
        private final Grid.Builder doorGrid = new Grid.Builder();
        private final List<List<String>> houseWords = new ArrayList<>();
        private final List<List<String>> doorWords = new ArrayList<>();

        HouseWriter(Survey survey, Map<Long, Integer> footways) {
            this.survey = survey;
            this.footways = footways;
        }

        void write(Path folder) throws IOException {
            houses(doorsByHouse());
            for (LongArrayList barrier : survey.barriers) line(survey.known(barrier), true, null);
            lines.write(folder.resolve("lines"));
            houses.write(folder.resolve("houses"));
            doors.write(folder.resolve("doors"));
            lineGrid.write(folder, "line");
            houseGrid.write(folder, "house");
            doorGrid.write(folder, "door");
            Texts.write(folder, "house", houseWords);
            Texts.write(folder, "door", doorWords);
            stations(folder);
        }

        private List<List<Survey.Named>> doorsByHouse() {
            Set<Long> ids = new HashSet<>();
            survey.doors.forEach(door -> ids.add(door.node()));
            Map<Long, List<Integer>> houseOf = survey.outlinesByNode(ids);
            List<List<Survey.Named>> byHouse = new ArrayList<>();
            for (int i = 0; i <= survey.outlines.size(); i++) byHouse.add(new ArrayList<>());
            for (Survey.Named door : survey.doors)
                for (int house : houseOf.getOrDefault(door.node(), List.of(survey.outlines.size())))
                    byHouse.get(house).add(door);
            return byHouse;
        }

        private void houses(List<List<Survey.Named>> doorsByHouse) {
            for (int house = 0; house < survey.outlines.size(); house++) {
                Survey.Outline outline = survey.outlines.get(house);
                houses.add(lines.size() / 4, doors.size() / 5, Zones.isOne(outline.tags()) ? 1 : 0);
                Box box = new Box();
                for (LongArrayList line : outline.lines())
                    line(survey.known(line), Barriers.isHouse(outline.tags()), box);
                box.into(houseGrid, house);
                houseWords.add(words(outline.id(), outline.tags()));
                for (Survey.Named door : doorsByHouse.get(house)) door(door);
            }
            houses.add(lines.size() / 4, doors.size() / 5, 0);
            for (Survey.Named door : doorsByHouse.getLast()) door(door);
        }

        private void line(int[] points, boolean stops, @Nullable Box box) {
            for (int i = 0; i + 1 < points.length; i++) {
                int lat1 = survey.lat[points[i]];
                int lng1 = survey.lng[points[i]];
                int lat2 = survey.lat[points[i + 1]];
                int lng2 = survey.lng[points[i + 1]];
                if (stops) lineGrid.add(lines.size() / 4, lat1, lng1, lat2, lng2);
                lines.add(lat1, lng1, lat2, lng2);
                if (box != null) box.with(lat1, lng1, lat2, lng2);
            }
        }

        private void door(Survey.Named door) {
            int number = survey.numberOf(door.node());
            int lat = survey.lat[number];
            int lng = survey.lng[number];
            Door.Rank rank = Door.rank(door.tags());
            doorGrid.add(doors.size() / 5, lat, lng, lat, lng);
            doors.add(
                    lat,
                    lng,
                    rank == null ? 0 : rank.number(),
                    Door.isExit(door.tags()) ? 1 : 0,
                    footways.getOrDefault(door.node(), -1));
            Map<String, String> tags = door.tags();
            doorWords.add(List.of(
                    tags.getOrDefault("name", ""),
                    tags.getOrDefault("ref", ""),
                    tags.getOrDefault("addr:street", ""),
                    tags.getOrDefault("addr:housenumber", "")));
        }

        private static List<String> words(String id, Map<String, String> tags) {
            String name = tags.getOrDefault("name", "");
            return List.of(
                    id,
                    name,
                    tags.getOrDefault("name:ru", name),
                    tags.getOrDefault("name:en", name),
                    tags.getOrDefault("addr:street", ""),
                    tags.getOrDefault("addr:housenumber", ""));
        }

        private void stations(Path folder) throws IOException {
            Ints stations = new Ints();
            List<List<String>> words = new ArrayList<>();
            for (Survey.Named station : survey.stations) {
                int number = survey.numberOf(station.node());
                stations.add(survey.lat[number], survey.lng[number]);
                words.add(words("n" + station.node(), station.tags()));
            }
            stations.write(folder.resolve("stations"));
            Texts.write(folder, "station", words);
        }
    }

    /** The corners of what is somewhere. */
    private static final class Box {
        private static final int STEP_LAT = 10_000;
        private static final int STEP_LNG = 20_000;
        private int south = Integer.MAX_VALUE;
        private int west = Integer.MAX_VALUE;
        private int north = Integer.MIN_VALUE;
        private int east = Integer.MIN_VALUE;

        void with(int lat1, int lng1, int lat2, int lng2) {
            south = Math.min(south, Math.min(lat1, lat2));
            north = Math.max(north, Math.max(lat1, lat2));
            west = Math.min(west, Math.min(lng1, lng2));
            east = Math.max(east, Math.max(lng1, lng2));
        }

        /** In every square between its corners. */
        void into(Grid.Builder grid, int item) {
            for (long lat = south; lat <= north + (long) STEP_LAT; lat += STEP_LAT)
                for (long lng = west; lng <= east + (long) STEP_LNG; lng += STEP_LNG) {
                    int atLat = (int) Math.min(lat, north);
                    int atLng = (int) Math.min(lng, east);
                    grid.add(item, atLat, atLng, atLat, atLng);
                }
        }
    }
}
