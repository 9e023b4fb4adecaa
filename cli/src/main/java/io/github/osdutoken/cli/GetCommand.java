package io.github.osdutoken.cli;

import io.github.osdutoken.Profile;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.cli.format.Format;
import io.github.osdutoken.cli.format.Issued;
import io.github.osdutoken.profile.ProfileLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code osdu-token get}: a user's tokens on standard output, or in a file that only its owner can read. */
@Command(
        name = "get",
        description = "Prints a test user's tokens, in the form that the tool to be fed wants.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  osdu-token get                                    the refresh token",
            "  eval \"$(osdu-token get --format env)\"             variables of this shell",
            "  osdu-token get --format env --output .envrc       the same for direnv; what else is there stays",
            "  osdu-token get --format osducli --output ~/.osducli/config",
            "  osdu-token get --format rest-client --output .vscode/settings.json",
            "  osdu-token get --format json | jq -r .expires_at",
            "  curl -H \"$(osdu-token get --format header)\" …     a process listing shows it; better: exec"
        })
final class GetCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private OsduToken top;

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
            names = "--style",
            paramLabel = "STYLE",
            description = {
                "Whose names the format uses. rest-client: osdu-developer (default), experience-lab, self-managed.",
                "postman: adme-samples (default), oak-forest, segy, camel."
            })
    private @Nullable String style;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = {
                "Write to this file, readable by you only, instead of standard output. What else is in a file of",
                "variables, INI, JSON or YAML stays as it is."
            })
    private @Nullable Path output;

    @Option(names = "--fresh", description = "Sign in anew, whatever is known.")
    private boolean fresh;

    @Override
    public void run() {
        String variant = checkedStyle();
        Issued issued = issued();
        PrintWriter out = spec.commandLine().getOut();
        Path file = output != null || format != Format.GITHUB ? output : gitHubEnvironment();
        if (file == null) {
            String text = format.text(issued, variant);
            format.notes(issued, text).forEach(top.progress()::line);
            out.print(text);
        } else {
            out.print(format.announcement(issued)); // first: what is written later must be masked by then
            out.flush();
            new OutputFile(file, top.progress()).write(format, issued, variant);
        }
    }

    private Issued issued() {
        Profile who = Profile.load(profile);
        Tokens tokens = tokens(who);
        Map<String, Tokens> others = new LinkedHashMap<>();
        for (String other : format.otherProfiles()) {
            if (ProfileLoader.standard().isKnown(other)) {
                others.put(other, tokens(Profile.load(other)));
            }
        }
        return new Issued(who, tokens, others);
    }

    private Tokens tokens(Profile who) {
        top.progress().begin("Getting tokens of " + who.user());
        TokenSource source = TokenSource.of(who);
        return fresh ? source.freshTokens() : source.tokens();
    }

    private String checkedStyle() {
        if (style == null) {
            return format.styles().isEmpty() ? "" : format.styles().get(0);
        }
        if (!format.styles().contains(style)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + style + "' is not a style of " + format + ". There are: "
                            + (format.styles().isEmpty() ? "none" : String.join(", ", format.styles())));
        }
        return style;
    }

    private @Nullable Path gitHubEnvironment() {
        String file = top.environment().getOrDefault("GITHUB_ENV", "");
        if (file.isEmpty()) {
            top.progress().line("GITHUB_ENV is not set: what would go to that file follows the masks.");
            return null;
        }
        return Path.of(file);
    }
}
