package io.github.osdutoken.cli.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.Secret;
import io.github.osdutoken.Tokens;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything, with RFC 6749's names. */
final class TokensAsJson {

    private TokensAsJson() {}

    static String of(Issued issued) {
        Tokens tokens = issued.tokens();
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("token_type", "Bearer");
        fields.put("scope", tokens.scope());
        fields.put(
                "expires_at",
                tokens.accessToken().expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put("access_token", tokens.accessToken().value());
        fields.put("refresh_token", value(tokens.refreshToken()));
        fields.put("id_token", value(tokens.idToken()));
        fields.put("issuer", issued.profile().issuer().toString());
        fields.put("client_id", issued.profile().client().id());
        fields.put("username", issued.profile().user().username());
        fields.put("source", tokens.origin().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        try {
            return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings could not be written as JSON"); // without the cause: it may quote
        }
    }

    private static @Nullable String value(@Nullable Secret secret) {
        return secret == null ? null : secret.value();
    }
}
