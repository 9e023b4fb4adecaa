package io.github.osdutoken.cli.format;

import java.util.function.Function;
import java.util.stream.Collectors;

/** The syntaxes in which a value is a line, or a command. */
final class Syntaxes {

    static final Syntax SHELL = new Assignments("export ", ShellText::endOfWord, ShellText::endOfLine, Quoting::shell);

    static final Syntax DOTENV = new Assignments("", Assignments::endOfDotenvValue, Lines::endOf, Quoting::dotenv);

    static final Syntax POWERSHELL = lines(entry -> "$env:" + entry.name() + " = " + Quoting.powerShell(entry.text()));

    static final Syntax AZURE_PIPELINES = lines(entry -> "##vso[task.setvariable variable=" + entry.name()
            + (entry.secret() ? ";issecret=true]" : "]") + Quoting.azurePipelines(entry.text()));

    static final Syntax AZD = lines(entry -> "azd env set " + (entry.text().startsWith("-") ? "-- " : "") + entry.name()
            + " " + Quoting.shell(entry.text()));

    private Syntaxes() {}

    private static Syntax lines(Function<Entry, String> line) {
        return (existing, entries) ->
                entries.stream().map(entry -> line.apply(entry) + "\n").collect(Collectors.joining());
    }
}
