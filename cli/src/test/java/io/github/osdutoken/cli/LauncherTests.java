package io.github.osdutoken.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that finds Java, with a program in Java's place that prints its arguments. */
class LauncherTests {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void unpack() throws Exception {
        folder = Files.createDirectory(temporary.resolve("a folder"));
        executable(Files.copy(Path.of("src/main/launcher/osdu-token"), folder.resolve("osdu-token")));
        java(folder.resolve("java"), "21.0.4");
    }

    @Test
    void handsOnEachArgumentAsItIs() throws Exception {
        assertThat(run(folder.resolve("osdu-token"), "exec", "--", "a b", "", "it's $HOME", "*"))
                .contains("-XX:+UseSerialGC")
                .endsWith("-jar", folder + "/osdu-token.jar", "exec", "--", "a b", "", "it's $HOME", "*");
    }

    @Test
    void findsWhatIsBesideItThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("a folder", "osdu-token"));

        assertThat(run(link, "get")).endsWith("-jar", folder + "/osdu-token.jar", "get");
    }

    @Test
    void usesAnArchiveOfClassesThatIsBesideIt() throws Exception {
        Path archive = folder.resolve("osdu-token-java21.jsa");
        assertThat(run(folder.resolve("osdu-token"))).noneMatch(option -> option.contains("SharedArchiveFile"));

        Files.createFile(archive);

        assertThat(run(folder.resolve("osdu-token"))).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void makesAnArchiveOfTheClassesThatADoctorUsedAndNoneOfOneThatWasKilled() throws Exception {
        run(137, folder.resolve("osdu-token"), "doctor");

        assertThat(folder).isDirectoryNotContaining("glob:**.jsa*");

        run(3, folder.resolve("osdu-token"), "doctor");

        assertThat(folder.resolve("osdu-token-java21.jsa")).content().endsWith(" 60 doctor\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.jsa.[0-9]*");
    }

    @Test
    void makesAnotherArchiveOnlyOfManyMoreClassesOrWhereJavaRefusesTheOneThereIs() throws Exception {
        Path archive = folder.resolve("osdu-token-java21.jsa");
        run(0, folder.resolve("osdu-token"), "doctor");
        run(0, folder.resolve("osdu-token"), "doctor", "again");
        assertThat(archive).content().endsWith(" 60 doctor\n");

        run(0, folder.resolve("osdu-token"), "doctor", "--sign-in", "more", "than", "before");
        assertThat(archive).content().endsWith(" 60 doctor --sign-in more than before\n");

        Files.writeString(archive, "of another Java");
        run(0, folder.resolve("osdu-token"), "doctor");
        assertThat(archive).content().endsWith(" 60 doctor\n");
    }

    @Test
    void passesOverAJavaThatIsTooOld() throws Exception {
        java(folder.resolve("java"), "1.8.0_402");
        Path other = java(temporary.resolve("other"), "17.0.15");

        assertThat(run(folder.resolve("osdu-token"))).startsWith(other + "/bin/java");
    }

    private List<String> run(Path script, String... arguments) throws Exception {
        return run(0, script, arguments);
    }

    private List<String> run(int status, Path script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", temporary.resolve("other").toString());
        builder.environment().remove("OSDU_TOKEN_JAVA_OPTIONS");
        builder.environment().put("STATUS", Integer.toString(status));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(out).isEqualTo(status);
        return List.of(out.split("\0", -1))
                .subList(0, (int) out.chars().filter(c -> c == 0).count());
    }

    private Path java(Path home, String version) throws Exception {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path program = temporary.resolve("program");
        Files.writeString(program, """
                #!/bin/sh
                printf '%s\\0' "$0" "$@"
                for option; do
                    case $option in
                        -XX:DumpLoadedClassList=* | -XX:SharedClassListFile=*) list=${option#*=} ;;
                        -XX:SharedArchiveFile=*) archive=${option#*=} ;;
                        -Xshare:*) share=${option#*:} ;;
                        *.jar) used=$(seq 60) ;;
                        *) used=${used:+$used $option} ;;
                    esac
                done
                case ${share-} in
                    on) grep -q doctor "$archive"; exit ;;
                    dump) paste -s -d ' ' "$list" > "$archive"; exit ;;
                esac
                [ -n "${list-}" ] && printf '%s\\n' $used > "$list"
                exit "$STATUS"
                """);
        executable(Files.copy(program, home.resolve("bin").resolve("java"), StandardCopyOption.REPLACE_EXISTING));
        return home;
    }

    private static void executable(Path file) throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
