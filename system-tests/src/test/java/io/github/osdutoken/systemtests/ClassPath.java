package io.github.osdutoken.systemtests;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;

/** The class path of these tests, to make another program's of. */
final class ClassPath {

    private ClassPath() {}

    /** Return the files and folders whose paths have none of these parts, nor are this module's own. */
    static List<String> without(String... parts) {
        List<String> unwanted = List.of(parts);
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> {
                    String path = entry.replace(File.separatorChar, '/');
                    return !path.contains("/system-tests/target/")
                            && !path.contains("/surefire")
                            && unwanted.stream().noneMatch(path::contains);
                })
                .toList();
    }
}
