package io.github.osdutoken.cli.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.osdutoken.AccessToken;
import io.github.osdutoken.Client;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.cli.format.Format;
import io.github.osdutoken.cli.format.Issued;
import java.util.Arrays;
import java.util.List;

/** The tokens as {@code get} writes them, and how that looks with every secret covered. */
final class CopyAs {

    private static final String COVER = "\u2022".repeat(8);

    private CopyAs() {}

    /** List the formats, each of its styles by itself. */
    static void list(ArrayNode formats) {
        for (Format format : Format.values()) {
            List<String> styles = format.styles().isEmpty() ? List.of("") : format.styles();
            styles.forEach(style -> formats.addObject()
                    .put("format", format.toString())
                    .put("style", style)
                    .put("reader", format.reader()));
        }
    }

    static Reply copy(Json wanted, Held held) {
        Format format = Arrays.stream(Format.values())
                .filter(one -> one.toString().equals(wanted.text("format")))
                .findFirst()
                .orElse(null);
        String style = wanted.text("style");
        if (format == null || !(style.isEmpty() || format.styles().contains(style))) {
            return Reply.refused(422, "There is no such format.");
        }
        ObjectNode copy = Json.object()
                .put("text", write(format, style, held.profile(), held.tokens()))
                .put("covered", write(format, style, covered(held.profile()), covered(held.tokens())))
                .put(
                        "note",
                        format.otherProfiles().isEmpty()
                                ? ""
                                : "Every variable holds this one user's token. For several users: osdu-token get --format "
                                        + format);
        return Reply.json(copy);
    }

    private static String write(Format format, String style, Profile profile, Tokens tokens) {
        Issued issued = new Issued(profile, tokens);
        return style.isEmpty() ? format.text(issued) : format.text(issued, style);
    }

    private static Profile covered(Profile profile) {
        Client client = profile.client();
        ClientSecret secret = client.secret() == null ? null : new ClientSecret(COVER);
        return profile.withClient(new Client(client.id(), secret, client.redirectUri(), client.scope()));
    }

    private static Tokens covered(Tokens tokens) {
        return new Tokens(
                new AccessToken(COVER, tokens.accessToken().expiresAt()),
                tokens.refreshToken() == null ? null : new RefreshToken(COVER),
                tokens.idToken() == null ? null : new IdToken(COVER),
                tokens.scope(),
                tokens.origin());
    }
}
