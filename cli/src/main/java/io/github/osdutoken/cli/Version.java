package io.github.osdutoken.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote in the jar, and what it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = OsduToken.class.getPackage().getImplementationVersion();
        return new String[] {
            "osdu-token " + Objects.requireNonNullElse(version, "(not built as a jar)"),
            "Java " + Runtime.version() + ", " + System.getProperty("java.home"),
            System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                    + System.getProperty("os.arch")
        };
    }
}
