package io.github.osdutoken.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is found where a command should be, in the words of POSIX (XCU 2.8.2). */
enum CommandOnPath {
    NOT_FOUND(127, "there is no such command.", "Check its name, and PATH."),
    NOT_EXECUTABLE(126, "it is there, but cannot be run.", "Check its permissions, and what it is made for.");

    private final int exitCode;
    private final String found;
    private final String next;

    CommandOnPath(int exitCode, String found, String next) {
        this.exitCode = exitCode;
        this.found = found;
        this.next = next;
    }

    int exitCode() {
        return exitCode;
    }

    String found() {
        return found;
    }

    String next() {
        return next;
    }

    static CommandOnPath find(String command, Map<String, String> environment) {
        Stream<String> folders = command.contains(File.separator)
                ? Stream.of("")
                : Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(environment.getOrDefault("PATH", ""));
        return folders.anyMatch(folder -> Files.exists(Path.of(folder, command))) ? NOT_EXECUTABLE : NOT_FOUND;
    }
}
