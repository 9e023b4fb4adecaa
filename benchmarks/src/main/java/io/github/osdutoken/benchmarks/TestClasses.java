package io.github.osdutoken.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Writes and compiles test classes, half of which want a token. */
final class TestClasses {

    static final String WITH_TOKEN = "WithToken";
    static final String WITHOUT = "Without";

    private TestClasses() {}

    /** Return the folder of {@code count} classes of each kind. */
    static Path compile(Path folder, int count) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            sources.add(source(
                    folder,
                    WITH_TOKEN + number,
                    "@io.github.osdutoken.junit.OsduRefreshToken" + " io.github.osdutoken.AccessToken token"));
            sources.add(source(folder, WITHOUT + number, "org.junit.jupiter.api.TestInfo info"));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"));
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException("The generated test classes do not compile");
            }
        }
        return folder;
    }

    private static Path source(Path folder, String name, String parameter) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), """
                class %s {
                    @org.junit.jupiter.api.Test
                    void runs(%s) {}
                }
                """.formatted(name, parameter));
    }
}
