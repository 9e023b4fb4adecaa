package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Legal v1: legal tags. Their query is there and switched off, as a deployment may have it. */
final class LegalEndpoints {

    private static final Set<String> ADMINS = Set.of("service.legal.admin");
    private static final Set<String> EDITORS = Set.of("service.legal.editor", "service.legal.admin");
    private static final Set<String> USERS =
            Set.of("service.legal.user", "service.legal.editor", "service.legal.admin");

    private final LegalTags tags;
    private final Records records;

    LegalEndpoints(LegalTags tags, Records records) {
        this.tags = tags;
        this.records = records;
    }

    void mount(ServiceRoutes routes) {
        routes.open("/info", () -> VersionInfo.of(Service.LEGAL))
                .open("/_ah/liveness_check", () -> Response.of(200, "text/plain", "Legal service is alive"))
                .open("/_ah/readiness_check", () -> Response.of(200, "text/plain", "Legal service is ready"))
                .on("POST", "/legaltags", EDITORS, this::create)
                .on("PUT", "/legaltags", EDITORS, this::update)
                .on("GET", "/legaltags", USERS, this::list)
                .on("GET", "/legaltags:properties", USERS, this::properties)
                .on("POST", "/legaltags:validate", USERS, this::validate)
                .on("POST", "/legaltags:batchRetrieve", USERS, this::batchRetrieve)
                .on("POST", "/legaltags:query", USERS, (request, caller) -> Response.empty(405))
                .on("GET", "/legaltags/{name}", USERS, this::get)
                .on("DELETE", "/legaltags/{name}", ADMINS, this::delete)
                .end();
    }

    private Response create(Request request, Caller caller) {
        return Json.response(201, tags.create(Json.read(request, new TypeReference<LegalTag.Draft>() {})));
    }

    private Response update(Request request, Caller caller) {
        return Json.response(200, tags.update(Json.read(request, new TypeReference<LegalTagUpdate>() {})));
    }

    private Response list(Request request, Caller caller) {
        boolean valid = Boolean.parseBoolean(request.query().getOrDefault("valid", "true"));
        return Json.response(200, new LegalTagList(tags.list(valid)));
    }

    private Response get(Request request, Caller caller) {
        return tags.find(request.variable("name"))
                .map(tag -> Json.response(200, tag))
                .orElseGet(() -> Json.response(404, Map.of("error", "Not found.")));
    }

    private Response delete(Request request, Caller caller) {
        // Elsewhere the records follow within a minute or so, by a message; here at once.
        records.deactivateUnder(tags.delete(request.variable("name")));
        return Response.empty(204);
    }

    private Response validate(Request request, Caller caller) {
        List<InvalidTag> invalid = new ArrayList<>();
        List<String> names = names(request);
        tags.requireNames(names);
        for (String name : names) {
            tags.invalidity(name).ifPresent(reason -> invalid.add(new InvalidTag(name, reason)));
        }
        return Json.response(200, Map.of("invalidLegalTags", invalid));
    }

    private Response batchRetrieve(Request request, Caller caller) {
        List<String> names = names(request);
        List<LegalTag> found =
                names.stream().map(tags::find).flatMap(Optional::stream).toList();
        return Json.response(found.size() == names.size() ? 200 : 404, new LegalTagList(found));
    }

    private Response properties(Request request, Caller caller) {
        return Json.response(
                200,
                new AllowedValues(
                        Countries.ofOrigin(),
                        Countries.relevant(),
                        LegalTagRules.SECURITY,
                        LegalTagRules.EXPORT,
                        LegalTagRules.PERSONAL_DATA,
                        LegalTagRules.DATA_TYPES));
    }

    private static List<String> names(Request request) {
        List<String> names = Json.read(request, new TypeReference<Names>() {}).names();
        if (names == null || names.isEmpty() || names.size() > 25) {
            throw AppException.violations(List.of("size must be between 1 and 25"));
        }
        return names;
    }

    record Names(@Nullable List<String> names) {}

    record LegalTagList(List<LegalTag> legalTags) {}

    record InvalidTag(String name, String reason) {}

    record AllowedValues(
            Map<String, String> countriesOfOrigin,
            Map<String, String> otherRelevantDataCountries,
            List<String> securityClassifications,
            List<String> exportClassificationControlNumbers,
            List<String> personalDataTypes,
            List<String> dataTypes) {}
}
