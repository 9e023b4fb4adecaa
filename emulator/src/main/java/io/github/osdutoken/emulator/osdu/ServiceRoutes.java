package io.github.osdutoken.emulator.osdu;

import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** The routes of one service: each call passes the edge, then the service's own check of partition and roles. */
final class ServiceRoutes {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Service service;
    private final Routes routes;
    private final Edge edge;
    private final Entitlements entitlements;
    private final Map<String, Set<String>> methodsByTemplate = new LinkedHashMap<>();

    ServiceRoutes(Service service, Routes routes, Edge edge, Entitlements entitlements) {
        this.service = service;
        this.routes = routes;
        this.edge = edge;
        this.entitlements = entitlements;
    }

    /** Add a call for those who have one of the roles. */
    ServiceRoutes on(String method, String template, Set<String> roles, Operation operation) {
        return add(
                method,
                template,
                request -> edge.pass(
                        request,
                        false,
                        claims -> answer(request, () -> {
                            service.requireNoCollaboration(request);
                            return operation.call(request, entitlements.admit(service, request, claims, roles));
                        })));
    }

    /** Add a GET that needs no token. */
    ServiceRoutes open(String template, Supplier<Response> response) {
        return add("GET", template, request -> edge.pass(request, true, claims -> answer(request, response)));
    }

    /** Answer what is not there: another method of a known path, then any other path. */
    void end() {
        methodsByTemplate.forEach((template, methods) -> METHODS.stream()
                .filter(method -> !methods.contains(method))
                .forEach(method -> refuse(method, template, 405, "Method not found.", "Method not found.")));
        routes.on(
                "OPTIONS",
                service.basePath() + "/{rest*}",
                request -> edge.pass(request, false, claims -> answer(request, () -> Response.empty(200))));
        METHODS.forEach(method ->
                refuse(method, "/{rest*}", 404, "Resource not found.", "The emulator does not have this resource"));
    }

    private void refuse(String method, String template, int status, String reason, String message) {
        ErrorBody error = service.missing(status, reason, message);
        routes.on(
                method,
                service.basePath() + template,
                request -> edge.pass(request, false, claims -> answer(request, () -> Json.response(error))));
    }

    private ServiceRoutes add(String method, String template, Function<Request, Response> endpoint) {
        methodsByTemplate.computeIfAbsent(template, t -> new TreeSet<>()).add(method);
        routes.on(method, service.basePath() + template, endpoint::apply);
        // Spring, as the services have it, does not mind a slash at the end.
        routes.on(method, service.basePath() + template + "/", endpoint::apply);
        return this;
    }

    private static Response answer(Request request, Supplier<Response> operation) {
        Response response;
        try {
            response = operation.get();
        } catch (AppException e) {
            response = Json.response(e.error());
        }
        return StandardHeaders.add(response, request.header("correlation-id"));
    }
}
