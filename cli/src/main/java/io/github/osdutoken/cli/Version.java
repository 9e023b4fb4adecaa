package io.github.osdutoken.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote in the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = OsduToken.class.getPackage().getImplementationVersion();
        return new String[] {"osdu-token " + Objects.requireNonNullElse(version, "(not built as a jar)")};
    }
}
