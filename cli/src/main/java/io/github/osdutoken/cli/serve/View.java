package io.github.osdutoken.cli.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.oauth.AuthorizationCode;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the page's script is told what is on the desk. */
final class View {

    private final TraceShelf traces;

    View(TraceShelf traces) {
        this.traces = traces;
    }

    ObjectNode of(long revision, @Nullable Attempt attempt, @Nullable Held held) {
        ObjectNode state = Json.object().put("revision", revision);
        if (attempt != null) {
            state.set("attempt", attempt(attempt));
        }
        if (held != null) {
            state.set("tokens", tokens(held));
        }
        return state;
    }

    private ObjectNode attempt(Attempt attempt) {
        ObjectNode view = Json.object()
                .put("kind", word(attempt.kind))
                .put("status", word(attempt.status))
                .put("picture", attempt.pictures)
                .put("continueAt", attempt.continueAt == null ? null : attempt.continueAt.toString());
        ArrayNode steps = view.putArray("steps");
        attempt.steps.forEach(step -> steps.addObject()
                .put("text", step.text())
                .put("where", step.where())
                .put("at", step.at().toString()));
        if (attempt.status == Attempt.Status.FAILED) {
            view.set("failure", failure(attempt.failure));
        }
        return view;
    }

    private ObjectNode failure(@Nullable SignInException failure) {
        if (failure == null) {
            return Json.object()
                    .put("reason", "DEFECT")
                    .put("message", "This should not have happened. The terminal says more; please report it.");
        }
        String message = String.valueOf(failure.getMessage());
        Path trace = failure.trace().orElse(null);
        ObjectNode view = Json.object().put("reason", failure.reason().name());
        return trace == null
                ? view.put("message", message)
                : view.put("message", message.replace(" Trace: " + trace, "")).put("trace", traces.add(trace));
    }

    private static ObjectNode tokens(Held held) {
        Tokens tokens = held.tokens();
        AuthorizationCode code = held.code();
        RefreshToken refreshToken = tokens.refreshToken();
        IdToken idToken = tokens.idToken();
        return Json.object()
                .put("username", held.profile().user().username())
                .put("issuer", held.profile().issuer().toString())
                .put("clientId", held.profile().client().id())
                .put("scope", tokens.scope())
                .put("origin", word(tokens.origin()))
                .put("since", held.since().toString())
                .put("expiresAt", tokens.accessToken().expiresAt().toString())
                .put("refreshable", held.refreshable())
                .put("code", code == null ? null : code.value())
                .put("accessToken", tokens.accessToken().value())
                .put("refreshToken", refreshToken == null ? null : refreshToken.value())
                .put("idToken", idToken == null ? null : idToken.value());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
