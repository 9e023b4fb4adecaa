package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one schema of the web that OSDU's own refer to; a rough one of our own, by RFC 7946. */
final class GeoJson {

    static final String NAME = "FeatureCollection";

    private static final String ADDRESS = "https://geojson.org/schema/FeatureCollection.json";

    private static final String SCHEMA = """
            {"$schema":"http://json-schema.org/draft-07/schema#","title":"GeoJSON FeatureCollection","type":"object",
            "required":["type","features"],"properties":{"type":{"const":"FeatureCollection"},
            "features":{"type":"array","items":{"type":"object","required":["type","geometry","properties"],
            "properties":{"type":{"const":"Feature"},"geometry":{"type":["object","null"]},
            "properties":{"type":["object","null"]}}}}}}
            """;

    private GeoJson() {}

    static boolean isAt(String address) {
        return address.equals(ADDRESS);
    }

    static ObjectNode featureCollection() {
        try {
            return (ObjectNode) Json.tree(SCHEMA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The emulator's own schema of GeoJSON is no JSON", e);
        }
    }
}
