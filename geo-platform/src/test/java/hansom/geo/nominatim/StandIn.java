package hansom.geo.nominatim;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** A played Nominatim, whose answers have the form that 5.3.3 gives them. Data of Monaco © OpenStreetMap contributors, ODbL 1.0. */
final class StandIn {
    static final String STREET = object(
            "way",
            166009794,
            "43.7423904",
            "7.4279293",
            "highway",
            "primary",
            "Boulevard des Moulins",
            "Boulevard des Moulins, Monte-Carlo, Monaco, 98000, Monaco",
            "\"road\":\"Boulevard des Moulins\"");
    static final String VILLA = object(
            "way",
            835116296,
            "43.7374800",
            "7.4237983",
            "building",
            "yes",
            "Villa Minerve",
            "Villa Minerve, 2, Avenue de la Costa, Monte-Carlo, Monaco, 98000, Monaco",
            "\"building\":\"Villa Minerve\",\"house_number\":\"2\",\"road\":\"Avenue de la Costa\"");
    static final String DOOR = object(
            "node",
            7939381824L,
            "43.7374473",
            "7.4237242",
            "place",
            "house",
            "",
            "2, Avenue de la Costa, Monte-Carlo, Monaco, 98000, Monaco",
            "\"house_number\":\"2\",\"road\":\"Avenue de la Costa\"");
    static final String CASINO = object(
            "node",
            4416197079L,
            "43.7391605",
            "7.4280230",
            "amenity",
            "casino",
            "Casino de Monte Carlo",
            "Casino de Monte Carlo, Place du Casino, Monte-Carlo, Monaco, 98000, Monaco",
            "\"amenity\":\"Casino de Monte Carlo\",\"road\":\"Place du Casino\"");
    /** No object of OpenStreetMap: it has no number there. */
    static final String COUNTRY = """
            {"licence":"ODbL 1.0","lat":"43.6411038","lon":"7.4715098","category":"place","type":"country","place_rank":4,\
            "importance":0.35,"addresstype":"country","name":"Monaco","display_name":"Monaco",\
            "address":{"country":"Monaco","country_code":"mc"},"boundingbox":["43.5279","43.7519","7.409","7.5292"]}""";

    static final String NOTHING_THERE = "{\"error\":\"Unable to geocode\"}";

    private StandIn() {}

    static WireMockServer start() {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        return server;
    }

    /** One that knows a street, a house and a casino. */
    static WireMockServer ofMonaco() {
        WireMockServer server = start();
        server.stubFor(get(urlPathEqualTo("/search")).atPriority(9).willReturn(okJson("[]")));
        server.stubFor(asking("Boulevard des Moulins, Monaco").willReturn(okJson("[" + STREET + "]")));
        server.stubFor(asking("2 Avenue de la Costa, Monaco").willReturn(okJson("[" + VILLA + "," + DOOR + "]")));
        server.stubFor(asking("Casino de Monte-Carlo").willReturn(okJson("[" + CASINO + "]")));
        server.stubFor(asking("Monaco").willReturn(okJson("[" + COUNTRY + "]")));
        server.stubFor(get(urlPathEqualTo("/reverse")).atPriority(9).willReturn(okJson(NOTHING_THERE)));
        server.stubFor(get(urlPathEqualTo("/reverse"))
                .withQueryParam("lat", matching("43\\.7374.*"))
                .withQueryParam("lon", matching("7\\.4237.*"))
                .willReturn(okJson(DOOR)));
        server.stubFor(get(urlPathEqualTo("/status"))
                .willReturn(okJson("{\"status\":0,\"message\":\"OK\",\"software_version\":\"5.3.3\"}")));
        return server;
    }

    private static MappingBuilder asking(String text) {
        return get(urlPathEqualTo("/search"))
                .withQueryParam("q", equalTo(text))
                .withQueryParam("format", equalTo("jsonv2"))
                .withQueryParam("addressdetails", equalTo("1"))
                .withQueryParam("polygon_geojson", absent());
    }

    private static String object(
            String type,
            long id,
            String lat,
            String lng,
            String category,
            String kind,
            String name,
            String line,
            String address) {
        double south = Double.parseDouble(lat);
        double west = Double.parseDouble(lng);
        return """
                {"place_id":100588,"licence":"Data © OpenStreetMap contributors, ODbL 1.0","osm_type":"%s","osm_id":%d,"lat":"%s","lon":"%s",\
                "category":"%s","type":"%s","place_rank":30,"importance":0.0001,"addresstype":"x","name":"%s","display_name":"%s",\
                "address":{%s,"suburb":"Monte-Carlo","ISO3166-2-lvl10":"MC-MC","city":"Monaco","postcode":"98000","country":"Monaco",\
                "country_code":"mc"},"boundingbox":["%s","%s","%s","%s"]}""".formatted(
                type, id, lat, lng, category, kind, name, line, address, south, south + 0.0001, west, west + 0.0001);
    }
}
