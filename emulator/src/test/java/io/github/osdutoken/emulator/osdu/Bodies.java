package io.github.osdutoken.emulator.osdu;

import java.net.http.HttpResponse;

/** Bodies that tests send and expect. */
final class Bodies {

    static final String LEGAL_TAG = """
            {"name":"public-usa","description":"Test data","properties":{"countryOfOrigin":["US"],\
            "contractId":"A1234","expirationDate":"2099-01-01","originator":"MyCompany",\
            "dataType":"Transferred Data","securityClassification":"Public","personalData":"No Personal Data",\
            "exportClassification":"EAR99"}}""";

    static final String STORED_LEGAL_TAG = LEGAL_TAG.replace("\"public-usa\"", "\"opendes-public-usa\"");

    static final String KIND = "osdu:wks:master-data--Well:1.0.0";

    private Bodies() {}

    static String record(String id, String group, String data) {
        return """
                [{"id":"%s","kind":"%s",\
                "acl":{"viewers":["data.%s.viewers@opendes.dataservices.energy"],\
                "owners":["data.%s.owners@opendes.dataservices.energy"]},\
                "legal":{"legaltags":["opendes-public-usa"],"otherRelevantDataCountries":["US"]},"data":%s}]""".formatted(id, KIND, group, group, data);
    }

    static String error(int code, String reason, String message) {
        return "{\"code\":%d,\"reason\":\"%s\",\"message\":\"%s\"}".formatted(code, reason, message);
    }

    /** Return an error as the schema and the file service write it. */
    static String envelope(int code, String reason, String message) {
        return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"errors\":[{\"domain\":\"global\",\"reason\":\"%s\",\"message\":\"%s\"}]}}"
                .formatted(code, message, reason, message);
    }

    /** Return a request that makes a schema of {@code acme:test:<name>}. */
    static String schema(String name, String version, String status, String schema) {
        String[] parts = version.split("\\.", -1);
        return """
                {"schemaInfo":{"schemaIdentity":{"authority":"acme","source":"test","entityType":"%s",\
                "schemaVersionMajor":%s,"schemaVersionMinor":%s,"schemaVersionPatch":%s},"status":"%s"},\
                "schema":%s}""".formatted(name, parts[0], parts[1], parts[2], status, schema);
    }

    /** Return status and body in one line, so that one assertion compares both. */
    static String answer(HttpResponse<String> response) {
        return response.statusCode() + " " + response.body();
    }
}
