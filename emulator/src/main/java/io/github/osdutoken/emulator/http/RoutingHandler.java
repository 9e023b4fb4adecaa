package io.github.osdutoken.emulator.http;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns Jetty's request into ours, asks the route's endpoint, and writes its answer. */
final class RoutingHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(RoutingHandler.class);

    private final Routes routes;
    private final RequestLog log;

    RoutingHandler(Routes routes, RequestLog log) {
        this.routes = routes;
        this.log = log;
    }

    @Override
    public boolean handle(
            org.eclipse.jetty.server.Request from, org.eclipse.jetty.server.Response to, Callback callback) {
        // Not read by a thread that waits: there are few, and a client may take its time, or wait for ever.
        Content.Source.asByteArrayAsync(
                from,
                Integer.MAX_VALUE,
                Promise.Invocable.from(
                        Invocable.InvocationType.BLOCKING,
                        body -> answer(from, Bytes.of(ByteBuffer.wrap(body)), to, callback),
                        callback::failed));
        return true;
    }

    private void answer(
            org.eclipse.jetty.server.Request from,
            Bytes content,
            org.eclipse.jetty.server.Response to,
            Callback callback) {
        String path = from.getHttpURI().getPath();
        Routes.Match match = routes.match(from.getMethod(), path);
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : from.getHeaders()) {
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        }
        String scheme = from.getConnectionMetaData().isSecure() ? "https" : "http";
        Request request = new Request(
                scheme + "://" + headers.getOrDefault("host", "localhost"),
                from.getMethod(),
                path,
                from.getHttpURI().getQuery(),
                match == null ? Map.of() : match.variables(),
                headers,
                content);
        Response response = answer(match, request);
        log.answered(request, response.status());
        if (response.status() == 0) {
            from.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.succeeded();
            return;
        }
        to.setStatus(response.status());
        response.headers().forEach(header -> to.getHeaders().add(header.getKey(), header.getValue()));
        to.write(true, response.content().buffer(), callback);
    }

    private Response answer(Routes.@Nullable Match match, Request request) {
        if (match == null) {
            return Response.empty(routes.knows(request.path()) ? 405 : 404);
        }
        try {
            return match.endpoint().handle(request);
        } catch (MalformedRequestException e) {
            return Response.of(400, "text/plain; charset=utf-8", String.valueOf(e.getMessage()));
        } catch (Exception e) {
            LOG.error("The emulator failed on {}", request, e);
            return Response.of(500, "text/plain; charset=utf-8", "The emulator failed on " + request + ": " + e);
        }
    }
}
