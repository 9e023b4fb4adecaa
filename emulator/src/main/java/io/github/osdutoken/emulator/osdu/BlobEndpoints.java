package io.github.osdutoken.emulator.osdu;

import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;

/** Takes and gives files at signed addresses, as far as Azure's Put Blob and Get Blob go. No token is looked at. */
final class BlobEndpoints {

    private final Blobs blobs;
    private final SignedUrls urls;

    BlobEndpoints(Blobs blobs, SignedUrls urls) {
        this.blobs = blobs;
        this.urls = urls;
    }

    void mount(Routes routes) {
        routes.on("PUT", SignedUrls.BASE + "{container}/{path*}", request -> answer(request, SignedUrls.WRITE));
        routes.on("GET", SignedUrls.BASE + "{container}/{path*}", request -> answer(request, SignedUrls.READ));
    }

    private Response answer(Request request, String permissions) {
        String container = request.variable("container");
        String path = request.variable("path");
        if (!urls.admits(request, container + "/" + path)) {
            return refusal(403, "AuthenticationFailed", "The signature is not good for this, or no longer");
        }
        if (!urls.permissions(request).equals(permissions)) {
            return refusal(403, "AuthorizationPermissionMismatch", "The signature is not for this operation");
        }
        if (request.query().containsKey("comp")) {
            return refusal(400, "UnsupportedQueryParameter", "The emulator takes a file in one piece only");
        }
        return permissions.equals(SignedUrls.WRITE) ? put(request, container, path) : get(container, path);
    }

    private Response put(Request request, String container, String path) {
        String type = request.header("x-ms-blob-type");
        if (type == null) {
            return refusal(400, "MissingRequiredHeader", "x-ms-blob-type is missing");
        }
        if (!type.equals("BlockBlob")) {
            return refusal(400, "InvalidHeaderValue", "x-ms-blob-type must be BlockBlob here");
        }
        String contentType = request.header("Content-Type");
        blobs.put(
                container,
                path,
                new Blob(contentType == null ? Blob.EMPTY.contentType() : contentType, request.content()));
        return Response.empty(201);
    }

    private Response get(String container, String path) {
        return blobs.find(container, path)
                .map(blob -> Response.of(200, blob.contentType(), blob.content()))
                .orElseGet(() -> refusal(404, "BlobNotFound", "The specified blob does not exist."));
    }

    private static Response refusal(int status, String code, String message) {
        return Response.of(
                        status,
                        "application/xml",
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>" + message
                                + "</Message></Error>")
                .with("x-ms-error-code", code);
    }
}
