package io.github.osdutoken.cli.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.IdToken;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What an ID token says of its user; it was checked when it came. */
final class Claims {

    private static final JsonMapper JSON = new JsonMapper();

    private Claims() {}

    /** Return the name the user signs in with, or {@code null} when the token says none. */
    static @Nullable String username(IdToken token) {
        try {
            JsonNode claims =
                    JSON.readTree(Base64.getUrlDecoder().decode(token.value().split("\\.", -1)[1]));
            return claims.path("preferred_username").textValue();
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return null;
        }
    }
}
