package io.github.osdutoken.emulator.entra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Faults.Step;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Json;
import io.github.osdutoken.emulator.oauth.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** BeginAuth and EndAuth, which the page's script asks, and ProcessAuth, where its form goes. */
final class SecondFactorEndpoints {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NUMBER_TO_ENTER = "42";

    private final Steps steps;
    private final SecondFactor page;
    private final TotpCheck totp;

    SecondFactorEndpoints(Steps steps, SecondFactor page, TotpCheck totp) {
        this.steps = steps;
        this.page = page;
        this.totp = totp;
    }

    void mount(Routes routes, Faults faults) {
        routes.on("POST", "/common/SAS/BeginAuth", request -> answer(request, false))
                .on("POST", "/common/SAS/EndAuth", request -> answer(request, true))
                .on(
                        "POST",
                        "/common/SAS/ProcessAuth",
                        faults.at(Step.SECOND_FACTOR, steps.pages().orErrorPage(this::process)))
                .on("GET", "/common/SAS/ProcessAuth", steps.pages()::postOnly);
    }

    private Response answer(Request request, boolean end) {
        JsonNode question;
        try {
            question = MAPPER.readTree(request.body());
        } catch (JsonProcessingException e) {
            return Response.empty(400);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        String method = question.path("AuthMethodId").asText();
        try {
            Flow flow = steps.flows()
                    .require(
                            request,
                            question.path("Ctx").asText(),
                            question.path("FlowToken").asText());
            Condition condition = SecondFactor.pending(flow);
            String code = question.path("AdditionalAuthData").asText("");
            boolean firstPoll = question.path("PollCount").asInt() == 1;
            String result = end ? result(flow, condition, method, code, firstPoll) : "Success";
            answer.put("Success", result.equals("Success"));
            answer.put("ResultValue", result);
            answer.put("Retry", result.equals("AuthenticationPending"));
            answer.put("FlowToken", steps.flows().token(flow));
            answer.put("Ctx", flow.context);
            answer.put("Entropy", condition == Condition.MFA_NUMBER ? NUMBER_TO_ENTER : "0");
            answer.put("CorrelationId", flow.trace.correlationId());
            answer.put("Timestamp", flow.trace.timestamp());
            steps.submissions().page(end ? "EndAuth" : "BeginAuth");
        } catch (EntraException e) {
            answer.put("Success", false);
            answer.put("ResultValue", "InternalError");
            answer.put("Message", e.description());
        }
        answer.put("AuthMethodId", method);
        answer.put("ErrCode", 0);
        return Json.response(200, answer);
    }

    /** Say how far a second factor is; a code is checked, and a notification is answered by nobody. */
    private String result(Flow flow, Condition condition, String method, String code, boolean firstPoll) {
        if (!code.isEmpty()) {
            TotpCheck.Result checked = check(flow, method, code);
            if (checked == TotpCheck.Result.SUCCESS) {
                flow.codeAccepted = true;
            }
            return checked.text;
        }
        if (firstPoll) { // nobody has taken the phone in hand yet
            return "AuthenticationPending";
        }
        return switch (condition) {
            case MFA_DECLINED -> "PhoneAppDenied";
            case MFA_TIMED_OUT -> "PhoneAppNoResponse";
            default -> "AuthenticationPending";
        };
    }

    private TotpCheck.Result check(Flow flow, String method, String code) {
        EmulatorUser user = Objects.requireNonNull(flow.user());
        steps.submissions().code(user.username());
        // Nobody gets the text message, so that no code is right for it.
        return method.equals("PhoneAppOTP") ? totp.check(user, code) : TotpCheck.Result.WRONG;
    }

    private Response process(Request request) throws EntraException {
        Flow flow = steps.flows().require(request);
        Condition condition = SecondFactor.pending(flow);
        Map<String, String> form = request.form();
        if (!flow.codeAccepted) {
            steps.submissions().page(SecondFactor.PAGE.id());
            String method = Parameters.required(form, "mfaAuthMethod");
            TotpCheck.Result checked = check(flow, method, form.getOrDefault("otc", ""));
            if (checked != TotpCheck.Result.SUCCESS) {
                return page.rejected(flow, Objects.requireNonNull(flow.user()), condition, method, checked);
            }
        }
        flow.codeAccepted = false;
        flow.pass(condition);
        return steps.completion().proceed(flow);
    }
}
