package io.github.osdutoken.cli;

import io.github.osdutoken.Profile;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.cli.format.Format;
import io.github.osdutoken.cli.format.Issued;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osdu-token get}: a user's tokens on standard output, or in a file that only its owner can read. */
@Command(
        name = "get",
        description = "Prints a test user's tokens.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GetCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The profile whose user signs in. Default: the unnamed one.")
    private String profile = Profile.DEFAULT;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = FormatName.All.class,
            converter = FormatName.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: refresh-token.")
    private Format format = Format.REFRESH_TOKEN;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to this file, readable by you only, instead of standard output.")
    private @Nullable Path output;

    @Option(names = "--fresh", description = "Sign in anew, whatever is known.")
    private boolean fresh;

    @Override
    public void run() {
        Profile who = Profile.load(profile);
        TokenSource source = TokenSource.of(who);
        Tokens tokens = fresh ? source.freshTokens() : source.tokens();
        String text = format.text(new Issued(who, tokens));
        if (output != null) {
            PrivateFile.write(output, text);
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
