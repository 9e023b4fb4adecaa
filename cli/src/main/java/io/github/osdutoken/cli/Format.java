package io.github.osdutoken.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How tokens are printed. */
enum Format {
    /** The refresh token's value alone. */
    REFRESH_TOKEN {
        @Override
        String text(Profile profile, Tokens tokens) {
            return tokens.requiredRefreshToken().value();
        }
    },
    /** The access token's value alone. */
    ACCESS_TOKEN {
        @Override
        String text(Profile profile, Tokens tokens) {
            return tokens.accessToken().value();
        }
    },
    /** Everything, with RFC 6749's names. */
    JSON {
        @Override
        String text(Profile profile, Tokens tokens) {
            Map<String, @Nullable String> fields = new LinkedHashMap<>();
            RefreshToken refreshToken = tokens.refreshToken();
            IdToken idToken = tokens.idToken();
            fields.put("token_type", "Bearer");
            fields.put("scope", tokens.scope());
            fields.put(
                    "expires_at",
                    tokens.accessToken()
                            .expiresAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
            fields.put("access_token", tokens.accessToken().value());
            fields.put("refresh_token", refreshToken == null ? null : refreshToken.value());
            fields.put("id_token", idToken == null ? null : idToken.value());
            fields.put("issuer", profile.issuer().toString());
            fields.put("client_id", profile.client().id());
            fields.put("username", profile.user().username());
            fields.put("source", source(tokens.origin()));
            return json(fields);
        }
    };

    abstract String text(Profile profile, Tokens tokens);

    /** Return the name by which the command line knows this format. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String source(TokenOrigin origin) {
        return origin.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String json(Map<String, @Nullable String> fields) {
        try {
            return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings could not be written as JSON"); // without the cause: it may quote
        }
    }

    /** The formats' names, for the help text. */
    static final class Names extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Names() {
            super(Arrays.stream(values()).map(Format::toString).toList());
        }
    }

    /** Reads a format's name. */
    static final class Converter implements ITypeConverter<Format> {

        @Override
        public Format convert(String text) {
            return Arrays.stream(values())
                    .filter(format -> format.toString().equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a format. There are: "
                            + String.join(", ", List.copyOf(new Names()))));
        }
    }
}
