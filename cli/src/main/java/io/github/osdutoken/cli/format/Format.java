package io.github.osdutoken.cli.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How tokens are written for the tool that wants them. {@code docs/cli.md} shows the same table to readers.
 *
 * @since 0.1
 */
public enum Format {
    /** The refresh token's value alone. */
    REFRESH_TOKEN("any tool"),
    /** The access token's value alone. */
    ACCESS_TOKEN("any tool"),
    /** The header of a request (RFC 6750, section 2.1). */
    HEADER("curl"),
    /** Everything, with RFC 6749's names. */
    JSON("jq and programs"),
    /** {@code export} lines for {@code eval} in a POSIX shell, and for direnv's {@code .envrc}. */
    ENV("a shell, the TNO data loader's .envrc"),
    /** Lines for a {@code .env} file. */
    DOTENV("a .env file"),
    /** Assignments for {@code Invoke-Expression}. */
    POWERSHELL("PowerShell"),
    /** Masks for the runner, then the lines of the file that {@code GITHUB_ENV} names. */
    GITHUB("a step of GitHub Actions"),
    /** Logging commands for the agent. */
    AZURE_PIPELINES("a step of Azure Pipelines"),
    /** A dotenv report. */
    GITLAB("a dotenv report of GitLab CI"),
    /** osducli's configuration file. */
    OSDUCLI("osducli, ~/.osducli/config"),
    /** VS Code's settings with an environment of the REST Client extension, named like the profile. */
    REST_CLIENT("VS Code's REST Client, .vscode/settings.json", "osdu-developer", "experience-lab", "self-managed"),
    /** A Postman environment, to be imported. */
    POSTMAN("Postman, an environment", "adme-samples", "oak-forest", "segy", "camel"),
    /** sdutil's configuration file. */
    SDUTIL("sdutil, sdlib/config.yaml"),
    /** Commands that put values in the environment of the Azure Developer CLI. */
    AZD("azd with osdu-developer"),
    /** The five variables in which OSDU's own Java suites look for access tokens. */
    OSDU_JAVA_TESTS("OSDU's Java test suites");

    private final String reader;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> styles;

    Format(String reader, String... styles) {
        this.reader = reader;
        this.styles = List.of(styles);
    }

    /** Return what reads it, for a list of formats. */
    public String reader() {
        return reader;
    }

    /** Return the variants there are, the usual one first; empty when there is one only. */
    public List<String> styles() {
        return styles;
    }

    /** Tell whether what {@link #merged} returns is to be added to the end of a file, which somebody else reads too. */
    public boolean appends() {
        return this == GITHUB;
    }

    /** Tell whether {@link #merged} keeps what is there; otherwise it starts anew. */
    public boolean merges() {
        return Writer.of(this).merges();
    }

    /**
     * Return the profiles whose tokens this format takes beside the first one's, when there are such profiles.
     *
     * @return names, most often none
     */
    public List<String> otherProfiles() {
        return this == OSDU_JAVA_TESTS ? OsduJavaTests.OTHER_PROFILES : List.of();
    }

    /**
     * Write tokens in the usual style.
     *
     * @param issued what to write
     * @return the text, its last line ended
     */
    public String text(Issued issued) {
        return text(issued, styles.isEmpty() ? "" : styles.get(0));
    }

    /**
     * Write tokens.
     *
     * @param issued what to write
     * @param style one of {@link #styles}
     * @return the text, its last line ended
     */
    public String text(Issued issued, String style) {
        try {
            return announcement(issued) + merged(issued, style, "");
        } catch (MalformedDocumentException e) {
            throw new IllegalStateException("Nothing cannot be malformed"); // without the cause: it may quote
        }
    }

    /**
     * Write tokens into a text that is there: only our values change, everything else stays as it is.
     *
     * @param issued what to write
     * @param style one of {@link #styles}
     * @param existing the text
     * @return the changed text
     * @throws MalformedDocumentException if the text is not what this format writes
     */
    public String merged(Issued issued, String style, String existing) throws MalformedDocumentException {
        return Writer.of(this).write(issued, style, existing);
    }

    /**
     * Return what has to be on standard output wherever the text goes: GitHub's runner masks what it is told to there.
     *
     * @param issued what is written
     * @return commands, most often none; {@link #text} begins with them
     */
    public String announcement(Issued issued) {
        return this == GITHUB ? GitHubEnvironment.masks(Layouts.VARIABLES.entries(issued)) : "";
    }

    /**
     * Return what the reader of a text should know.
     *
     * @param issued what was written
     * @param text the text
     * @return sentences, most often none
     */
    public List<String> notes(Issued issued, String text) {
        return switch (this) {
            case GITLAB -> GitLabReport.notes(text);
            case OSDU_JAVA_TESTS -> OsduJavaTests.notes(issued);
            default -> List.of();
        };
    }

    /** Return the name by which the command line knows this format. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Return all formats' names.
     *
     * @return the names, in the order of this list
     */
    public static List<String> names() {
        return Arrays.stream(values()).map(Format::toString).toList();
    }
}
