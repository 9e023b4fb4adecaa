package io.github.osdutoken.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osdu-token completion}: a script by which a shell completes this command. */
@Command(
        name = "completion",
        description = "Prints a script by which bash or zsh completes commands, options and formats.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  source <(osdu-token completion bash)     now; in ~/.bashrc for always",
            "  source <(osdu-token completion zsh)      now; in ~/.zshrc for always"
        })
final class CompletionCommand implements Runnable {

    /** The shells there are scripts for. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Shell shell;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("# Completion of osdu-token for " + shell);
        // One script serves both shells: in zsh it turns on zsh's emulation of bash by itself. Where a folder of zsh's
        // belongs to somebody else, compinit asks what to do and waits for a key; with -i it leaves that folder out.
        out.println(AutoComplete.bash("osdu-token", spec.root().commandLine())
                .replace("compinit && compinit\n", "compinit && compinit -i\n"));
    }
}
