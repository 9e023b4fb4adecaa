package io.github.osdutoken.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs what is named, in order, and writes each table into a folder as soon as it is made. */
public final class Benchmarks {

    private Benchmarks() {}

    private static final List<String> ALL = List.of("memory", "file", "classes", "users", "fleet", "sign-in");

    /** Run benchmarks: {@code FOLDER [memory] [file] [classes] [users] [fleet] [sign-in]}; all when none is named. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> named = List.of(arguments).subList(1, arguments.length);
        for (String name : named.isEmpty() ? ALL : named) {
            String table = switch (name) {
                case "memory" -> Memory.table();
                case "file" -> FileInjection.table();
                case "classes" -> ManyClasses.table();
                case "users" -> ManyUsers.table();
                case "fleet" -> FleetDay.table();
                case "sign-in" -> SignInTurns.table(folder.resolve("sign-in.svg"));
                default ->
                    throw new IllegalArgumentException(
                            "'" + name + "' is not a benchmark. There are " + String.join(", ", ALL) + ".");
            };
            Files.writeString(folder.resolve(name + ".md"), table);
            System.out.println(table);
        }
    }
}
