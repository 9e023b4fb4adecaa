package io.github.osdutoken.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoint answers which method and path; the first that fits wins.
 *
 * <p>A template's {@code {name}} stands for one path segment or a part of it, so that {@code /records/{id}:delete}
 * works as OSDU writes it; {@code {name*}} may hold slashes.
 */
public final class Routes {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(\\*)?}");

    private final List<Route> routes = new ArrayList<>();

    /** Add a route. */
    public Routes on(String method, String template, Endpoint endpoint) {
        List<String> names = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(template);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(template.substring(end, matcher.start())));
            regex.append(matcher.group(2) == null ? "([^/]+?)" : "(.*)");
            names.add(matcher.group(1));
            end = matcher.end();
        }
        regex.append(Pattern.quote(template.substring(end)));
        routes.add(new Route(method, Pattern.compile(regex.toString()), List.copyOf(names), endpoint));
        return this;
    }

    /** Return the route that fits, with its variables, or {@code null}. */
    @Nullable
    Match match(String method, String path) {
        for (Route route : routes) {
            Matcher matcher = route.pattern.matcher(path);
            if (route.method.equals(method) && matcher.matches()) {
                Map<String, String> variables = new LinkedHashMap<>();
                for (int i = 0; i < route.names.size(); i++) {
                    // A plus sign in a path is a plus sign; only URLDecoder thinks otherwise.
                    String value = matcher.group(i + 1).replace("+", "%2B");
                    variables.put(route.names.get(i), URLDecoder.decode(value, StandardCharsets.UTF_8));
                }
                return new Match(route.endpoint, variables);
            }
        }
        return null;
    }

    /** Tell whether some method is answered at this path: then another one is 405 and not 404. */
    boolean knows(String path) {
        return routes.stream().anyMatch(route -> route.pattern.matcher(path).matches());
    }

    record Match(Endpoint endpoint, Map<String, String> variables) {}

    private record Route(String method, Pattern pattern, List<String> names, Endpoint endpoint) {}
}
