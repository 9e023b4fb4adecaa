package io.github.osdutoken.cli.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a JSON text each value is. Comments and a last comma are fine, as in VS Code's settings. */
final class JsonSpans {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    /** A value from its first character to after its last. */
    record Span(int start, int end, JsonToken kind, List<Member> members) {

        @Nullable
        Span member(String step) {
            // the last one wins when a name comes twice
            return members.stream()
                    .filter(member -> member.name.equals(step))
                    .reduce((first, second) -> second)
                    .map(Member::value)
                    .orElse(null);
        }

        boolean holds(String step) {
            return kind == (Entry.isElement(step) ? JsonToken.START_ARRAY : JsonToken.START_OBJECT);
        }
    }

    /** A value in an object or an array, and where it begins with its name. */
    record Member(String name, int start, Span value) {}

    private final String text;
    private final JsonParser parser;

    private JsonSpans(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    static Span of(String text) throws MalformedDocumentException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new MalformedDocumentException("there is no JSON in it");
            }
            Span root = new JsonSpans(text, parser).value();
            if (parser.nextToken() != null) {
                throw new MalformedDocumentException("there is more than one JSON value in it");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new MalformedDocumentException("it is not JSON: see line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr()); // the parser's own words quote the text
        } catch (IOException e) {
            throw new IllegalStateException("A text could not be read");
        }
    }

    private Span value() throws IOException {
        JsonToken kind = parser.currentToken();
        int start = offset();
        List<Member> members = new ArrayList<>();
        if (kind == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                int nameStart = offset();
                parser.nextToken();
                members.add(new Member(name, nameStart, value()));
            }
            return new Span(start, offset() + 1, kind, members);
        }
        if (kind == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int elementStart = offset();
                Span element = value();
                members.add(new Member(Entry.element(key(element)), elementStart, element));
            }
            return new Span(start, offset() + 1, kind, members);
        }
        int end = kind == JsonToken.VALUE_STRING
                ? endOfString(start)
                : start + parser.getText().length();
        return new Span(start, end, kind, members);
    }

    /** Return the {@code key} of an array's element, as Postman's have one. */
    private String key(Span element) throws IOException {
        Span key = element.kind == JsonToken.START_OBJECT ? element.member("key") : null;
        return key == null || key.kind != JsonToken.VALUE_STRING
                ? ""
                : JsonDocument.MAPPER
                        .readTree(text.substring(key.start, key.end))
                        .asText();
    }

    private int endOfString(int start) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int offset() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }
}
