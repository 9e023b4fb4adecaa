package io.github.osdutoken.emulator.osdu;

import io.github.osdutoken.emulator.http.Request;

/**
 * One of the services, and the words with which it turns a caller away: no two do it alike.
 *
 * @param noToken there is no Authorization header, and no edge to say so
 * @param noPartition there is no data-partition-id header
 * @param unknownPartition there is no such data partition
 * @param notEntitled entitlements itself does not let the user in: not in {@code users}, or without an entitlements role
 * @param lacksRole the user is in, but not in a group that may make this call
 */
record Service(
        String name,
        String basePath,
        ErrorBody noToken,
        ErrorBody noPartition,
        ErrorBody unknownPartition,
        ErrorBody notEntitled,
        ErrorBody lacksRole) {

    static final Service ENTITLEMENTS = new Service(
            "entitlements",
            "/api/entitlements/v2",
            AppError.unauthorized(AppError.NOT_AUTHORIZED),
            AppError.unauthorized("Invalid data partition header provided"),
            new AppError(401, "Partition Service issue", "Cannot authorize user in requested partition"),
            AppError.unauthorized(AppError.NOT_AUTHORIZED),
            AppError.unauthorized(AppError.NOT_AUTHORIZED));

    static final Service LEGAL = new Service(
            "legal",
            "/api/legal/v1",
            AppError.accessDenied(401),
            AppError.accessDenied(401),
            AppError.accessDenied(401),
            AppError.accessDenied(401),
            AppError.unauthorized("User does nto have access to the API"));

    static final Service STORAGE = new Service(
            "storage",
            "/api/storage/v2",
            AppError.unauthorized("Authorization header is missing"),
            new AppError(400, "Bad Request", "data-partition-id header is missing"),
            new AppError(401, "Access denied", "Cannot authorize user in requested partition"),
            AppError.accessDenied(401),
            AppError.accessDenied(403));

    static final Service SEARCH = new Service(
            "search",
            "/api/search/v2",
            AppError.accessDenied(401),
            new AppError(400, "Bad request", "invalid or empty data partition provided"),
            AppError.accessDenied(401),
            AppError.accessDenied(401),
            AppError.accessDenied(401));

    static final Service SCHEMA = new Service(
            "schema",
            "/api/schema-service/v1",
            ErrorEnvelope.unauthorized("Authorization header is mandatory"),
            ErrorEnvelope.unauthorized("data-partition-id header is mandatory"),
            ErrorEnvelope.unauthorized("User is unauthorized to perform this action"),
            ErrorEnvelope.unauthorized("User is unauthorized to perform this action"),
            ErrorEnvelope.unauthorized("User is unauthorized to perform this action"));

    /** It has both forms of errors: its own are in the envelope, those of the code it shares with others are not. */
    static final Service FILE = new Service(
            "file",
            "/api/file/v2",
            ErrorEnvelope.unauthorized("Missing authorization token"),
            ErrorEnvelope.unauthorized("Missing partitionID"),
            AppError.accessDenied(401),
            AppError.accessDenied(401),
            AppError.unauthorized(AppError.NOT_AUTHORIZED));

    /** Throw if a call asks for a part of a service that is switched off here. */
    void requireNoCollaboration(Request request) {
        String collaboration = request.header("x-collaboration");
        if (this.equals(STORAGE) && collaboration != null && !collaboration.isEmpty()) {
            throw new AppException(423, "Locked", "Feature is not enabled on this environment");
        }
    }

    /** Return what this service says of a resource or a method that is not there. */
    ErrorBody missing(int code, String reason, String message) {
        return noToken instanceof ErrorEnvelope
                ? ErrorEnvelope.of(code, code == 404 ? "notFound" : "methodNotAllowed", message)
                : new AppError(code, reason, message);
    }
}
