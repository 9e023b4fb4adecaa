package io.github.osdutoken.cli.doctor;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.profile.ProfileLoader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osdu-token doctor}: what a sign-in needs, looked at one thing at a time. */
@Command(
        name = "doctor",
        description = {
            "Looks at all that a sign-in needs, and says what is wrong and what to do about it.",
            "Prints a line for each check: ok, warning, failure or skipped, what was found, and the mend. Signs nobody in",
            "unless told to; no secret is printed."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The exit code is that of the first failure's reason, 0 when there is none.",
            "",
            "Examples:",
            "  osdu-token doctor",
            "  osdu-token doctor --sign-in                         and GET /groups with the token",
            "  osdu-token doctor --format json | jq -r '.[] | select(.status == \"failure\") | .mend'"
        })
public final class DoctorCommand implements Runnable {

    /** How the report is written. */
    enum ReportFormat {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "NAME", description = "The profile to look at. Default: the unnamed one.")
    private String profile = Profile.DEFAULT;

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}. Default: text.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--sign-in",
            description = "Go on to a real sign-in when nothing failed, and ask OSDU for the user's groups.")
    private boolean signIn;

    /** For picocli. */
    DoctorCommand() {}

    @Override
    public void run() {
        ProfileLoader loader = ProfileLoader.standard();
        SettingsCheck settings = SettingsCheck.of(loader, profile);
        PrintWriter out = spec.commandLine().getOut();
        Report report = new Report(settings.findings());
        Examination examination = new Examination(loader, settings, finding -> {
            if (format == ReportFormat.TEXT) {
                out.println(report.line(finding));
                out.flush(); // some checks take their time
            }
        });
        List<Finding> findings = examination.run(signIn);
        if (format == ReportFormat.JSON) {
            out.println(Report.json(findings));
            out.flush();
        }
        List<Finding> failed = findings.stream().filter(Finding::failed).toList();
        if (!failed.isEmpty()) {
            throw failure(findings.size(), failed);
        }
    }

    private SignInException failure(int checks, List<Finding> failed) {
        Reason reason = Objects.requireNonNull(failed.get(0).reason());
        return SignInException.of(
                reason,
                "Checking the profile '" + profile + "'",
                failed.size() + " of " + checks + " checks failed, '"
                        + failed.get(0).check() + "' first.",
                "The report says what to do about each.");
    }
}
