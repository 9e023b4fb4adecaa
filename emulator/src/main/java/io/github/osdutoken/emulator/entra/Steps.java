package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.EntraException;

/**
 * What every page with a form needs.
 *
 * @param pages shows pages
 * @param flows finds the flow a form belongs to
 * @param completion knows what comes next
 * @param submissions counts
 */
record Steps(Pages pages, Flows flows, Completion completion, Submissions submissions) {

    /** Take a form of a page, and go on to what comes after a condition. */
    Response pass(Request request, String pageId, Condition condition) throws EntraException {
        Flow flow = flows.require(request);
        submissions.page(pageId);
        flow.pass(condition);
        return completion.proceed(flow);
    }
}
