package io.github.osdutoken.cli.format;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.osdutoken.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables in which OSDU's own Java suites look for ready access tokens. All are always set: some suites take none
 * at all when one is missing. A user who is not configured is stood in for by the one who is.
 */
final class OsduJavaTests {

    private static final String ROOT = "root";
    private static final String NO_ACCESS = "no-access";

    static final List<String> OTHER_PROFILES = List.of(ROOT, NO_ACCESS);

    private OsduJavaTests() {}

    static List<String> notes(Issued issued) {
        return OTHER_PROFILES.stream()
                .filter(profile -> !issued.others().containsKey(profile))
                .map(profile -> "There is no profile '" + profile + "': "
                        + issued.profile().user()
                        + " stands in for that user, and tests of what the user must not do will fail.")
                .map(note -> note.contains("'" + ROOT + "'") ? note.replaceFirst(", and tests.*", ".") : note)
                .toList();
    }

    static List<Entry> entries(Issued issued) {
        Tokens root = issued.others().getOrDefault(ROOT, issued.tokens());
        Tokens noAccess = issued.others().getOrDefault(NO_ACCESS, issued.tokens());
        Map<String, Tokens> variables = new LinkedHashMap<>();
        variables.put("PRIVILEGED_USER_TOKEN", issued.tokens());
        variables.put("ROOT_USER_TOKEN", root);
        variables.put("NO_ACCESS_USER_TOKEN", noAccess);
        variables.put("INTEGRATION_TESTER_ACCESS_TOKEN", issued.tokens());
        variables.put("NO_DATA_ACCESS_TESTER_ACCESS_TOKEN", noAccess);
        return variables.entrySet().stream()
                .map(variable -> new Entry(
                        List.of(variable.getKey()),
                        TextNode.valueOf(variable.getValue().accessToken().value()),
                        true,
                        false))
                .toList();
    }
}
