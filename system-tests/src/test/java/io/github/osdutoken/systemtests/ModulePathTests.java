package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A named module that requires ours: compiled, and its tests run, on the module path. */
class ModulePathTests {

    private static final Path SOURCES = Path.of("src", "test", "resources", "module");
    private static final Pattern NAME = Pattern.compile("<Automatic-Module-Name>(.*)</Automatic-Module-Name>");

    @TempDir
    private Path folder;

    @Test
    void testsOfANamedModuleGetTokens() throws Exception {
        String modulePath = modulePath();
        compile(modulePath);

        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath + File.pathSeparator + folder.resolve("classes"),
                        "--add-modules",
                        "ALL-MODULE-PATH,ALL-DEFAULT",
                        "-Dosdu.emulator=true",
                        "-Dosdu.export=PRIVILEGED_USER_TOKEN=default",
                        "--module",
                        "com.example.suite/com.example.suite.Main")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("OSDU_CACHE", "memory");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as(Files.readString(output))
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(Files.readString(output)).endsWith("2 passed\n");
    }

    private void compile(String modulePath) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--module-path", modulePath, "-d", folder.resolve("classes").toString()));
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
        }
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, OutputStream.nullOutputStream(), arguments.toArray(String[]::new));
        assertThat(failed).isZero();
    }

    private String modulePath() throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : ClassPath.without("/archunit/", "/cli/", "/picocli/")) {
            jars.add(
                    Files.isDirectory(Path.of(entry)) ? packaged(Path.of(entry)).toString() : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    /** In a module's test phase nothing is packaged yet, and a folder has no name: pack it as the build will. */
    private Path packaged(Path classes) throws IOException {
        Path module = Objects.requireNonNull(classes.getParent()).resolveSibling("pom.xml");
        Matcher name = NAME.matcher(Files.readString(module));
        assertThat(name.find()).as(module.toString()).isTrue();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", name.group(1));
        Path jar = folder.resolve(name.group(1) + ".jar");
        try (Stream<Path> files = Files.walk(classes);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
