package io.github.osdutoken.emulator.entra;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.oauth.Opaque;
import io.github.osdutoken.emulator.oauth.Tenant;
import io.github.osdutoken.emulator.oauth.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills {@code $Config}, the object in which a page says what it is and what its script needs. */
final class PageConfig {

    private final Tenant tenant;
    private final Flows flows;
    private final Faults faults;
    private final Language language;
    private final @Nullable JsonNode texts;

    PageConfig(Tenant tenant, Flows flows, Faults faults, Language language) {
        this.tenant = tenant;
        this.flows = flows;
        this.faults = faults;
        this.language = language;
        texts = language.texts();
    }

    Language language() {
        return language;
    }

    /** Return what a page of a flow needs, with the page's own fields. */
    Map<String, Object> of(Page page, Flow flow, Map<String, ?> own) {
        Map<String, Object> config = common(page, flow.trace);
        RedirectTarget target = flow.request.target();
        Map<String, String> cancel = new LinkedHashMap<>();
        cancel.put("error", "access_denied");
        cancel.put("error_subcode", "cancel");
        if (target.state() != null) {
            cancel.put("state", target.state());
        }
        config.put("oCancelPostParams", cancel);
        config.put("urlCancel", target.redirectUri());
        config.put("sFT", flows.token(flow));
        config.put("sFTName", "flowToken");
        config.put("sCtx", flow.context);
        config.put("canary", flow.canary);
        config.put("apiCanary", Opaque.value("PAQABDgEAAAB", 90));
        config.put("urlPost", "/" + tenant.id() + "/login");
        config.put("urlLogin", "/" + tenant.id() + "/reprocess?ctx=" + flow.context);
        config.put("urlGetCredentialType", tenant.authority() + "/common/GetCredentialType?mkt=" + language.market());
        config.put("urlResetPassword", tenant.authority() + "/passwordreset");
        config.put("sPOST_Username", "");
        config.put("sErrorCode", "");
        config.put("sErrTxt", "");
        config.put("arrValErrs", List.of());
        config.putAll(own);
        return config;
    }

    /** Return what the error page needs. */
    Map<String, Object> of(Page page, Trace trace, int code, String description) {
        Map<String, Object> config = common(page, trace);
        config.put("strMainMessage", "Sorry, but we’re having trouble signing you in.");
        config.put("strServiceExceptionMessage", description);
        config.put("sErrorCode", Integer.toString(code));
        config.put("iErrorCode", code);
        config.put("strTimestamp", trace.timestamp());
        return config;
    }

    /** Return what every page needs. */
    Map<String, Object> common(Page page, Trace trace) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("pgid", page.id());
        config.put("hpgid", page.hpgid());
        config.put("hpgact", page.hpgact());
        config.put("correlationId", trace.correlationId());
        config.put("sessionId", trace.traceId());
        config.put("country", "DE");
        config.put("locale", Map.of("mkt", language.market(), "lcid", language.lcid()));
        config.put("sTenantDomain", tenant.domain());
        config.put("fEnableCssAnimation", true);
        config.put("fAllowGrayOutLightBox", true);
        config.put("iMaxStackForKnockoutAsyncComponents", 10_000);
        if (texts != null) {
            config.put("str", texts);
        }
        // Not in the real thing: how its timing is imitated.
        config.put(
                "emulator",
                Map.of(
                        "lostClickMillis", faults.lostClickWindow().toMillis(),
                        "submitLagMillis", faults.submitLag().toMillis()));
        return config;
    }
}
