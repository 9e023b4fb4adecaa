package io.github.osdutoken.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The traces of this page's failed sign-ins: of their folders nothing but the files that lie in them. */
final class TraceShelf {

    private static final Pattern PATH = Pattern.compile("/trace/(\\d{1,4})/([A-Za-z0-9_][A-Za-z0-9._-]*)");

    /** A trace holds no script and no secret. Should it ever hold a script, that does not run. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'; sandbox allow-same-origin";

    private final List<Path> folders = new ArrayList<>();

    /** Put a trace on the shelf, and return the path of its page here. */
    synchronized String add(Path page) {
        Path folder = page.toAbsolutePath().getParent();
        if (!folders.contains(folder)) {
            folders.add(folder);
        }
        return "/trace/" + folders.indexOf(folder) + "/" + page.getFileName();
    }

    Reply find(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return missing();
        }
        Path folder;
        synchronized (this) {
            int number = Integer.parseInt(matcher.group(1));
            if (number >= folders.size()) {
                return missing();
            }
            folder = folders.get(number);
        }
        Path file = folder.resolve(matcher.group(2));
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Reply.of(200, contentType(matcher.group(2)), Files.readAllBytes(file))
                            .with("Content-Security-Policy", POLICY)
                    : missing();
        } catch (IOException e) {
            return missing();
        }
    }

    private static Reply missing() {
        return Reply.text(404, "There is no such trace here.\n");
    }

    private static String contentType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "json" -> "application/json";
            case "jpg" -> "image/jpeg";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }
}
