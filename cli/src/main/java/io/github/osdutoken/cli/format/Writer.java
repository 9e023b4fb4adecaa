package io.github.osdutoken.cli.format;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a format is written: which values, in which syntax. Apart from {@link Format}, so that a help text, which lists the
 * formats, loads none of this.
 */
interface Writer {

    /** Return the text with what was issued, beside what is there. */
    String write(Issued issued, String style, String existing) throws MalformedDocumentException;

    /** Tell whether what is there is kept. */
    default boolean merges() {
        return false;
    }

    static Writer of(Format format) {
        return switch (format) {
            case REFRESH_TOKEN ->
                anew(issued -> issued.tokens().requiredRefreshToken().value() + "\n");
            case ACCESS_TOKEN -> anew(issued -> issued.tokens().accessToken().value() + "\n");
            case HEADER ->
                anew(issued ->
                        "Authorization: Bearer " + issued.tokens().accessToken().value() + "\n");
            case JSON -> anew(TokensAsJson::of);
            case ENV -> in(Syntaxes.SHELL, Layouts.VARIABLES);
            case DOTENV -> in(Syntaxes.DOTENV, Layouts.VARIABLES);
            case POWERSHELL -> in(Syntaxes.POWERSHELL, Layouts.VARIABLES);
            case GITHUB -> in(new GitHubEnvironment(), Layouts.VARIABLES);
            case AZURE_PIPELINES -> in(Syntaxes.AZURE_PIPELINES, Layouts.VARIABLES);
            case GITLAB -> in(new GitLabReport(), Layouts.VARIABLES);
            case OSDUCLI -> in(new IniDocument(), Layouts.OSDUCLI);
            case REST_CLIENT -> in(new JsonDocument(), Writer::restClient);
            case POSTMAN -> in(new JsonDocument(), PostmanEnvironment::entries);
            case SDUTIL -> in(new YamlDocument(), Layouts.SDUTIL);
            case AZD -> in(Syntaxes.AZD, Layouts.AZD);
            case OSDU_JAVA_TESTS -> in(Syntaxes.SHELL, (issued, style) -> OsduJavaTests.entries(issued));
        };
    }

    private static Writer anew(Function<Issued, String> text) {
        return (issued, style, existing) -> text.apply(issued);
    }

    private static Writer in(Syntax syntax, Layout layout) {
        return in(syntax, (issued, style) -> layout.entries(issued));
    }

    private static Writer in(Syntax syntax, BiFunction<Issued, String, List<Entry>> entries) {
        return new Writer() {
            @Override
            public String write(Issued issued, String style, String existing) throws MalformedDocumentException {
                return syntax.with(existing, entries.apply(issued, style));
            }

            @Override
            public boolean merges() {
                return syntax instanceof MergingSyntax;
            }
        };
    }

    private static List<Entry> restClient(Issued issued, String style) {
        List<String> environment =
                List.of("rest-client.environmentVariables", issued.profile().name());
        return Layouts.restClient(style).entries(issued, (path, fact) -> Layout.under(environment, path.get(0)));
    }
}
