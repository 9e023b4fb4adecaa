package io.github.osdutoken.cli.serve;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Turns away what no page of ours has sent: other hosts' names, other pages' scripts, browsers that were not let in. */
final class Guard {

    /** How far a request has to prove itself. */
    enum Door {
        /** The page itself, without anything in it: for everybody who asks this host by its name. */
        OPEN,
        /** From the page itself, or a person: what shows nothing secret, and the way in. */
        OWN,
        /** From an admitted browser: pictures and traces, which hold no secret. */
        ADMITTED,
        /** From the script of an admitted page. */
        KEYED
    }

    /** What the page's script proves itself with. A form cannot send it, and another origin may not. */
    static final String KEY_HEADER = "X-Osdu-Page-Key";

    private final URI own;
    private final Admission admission;

    Guard(URI own, Admission admission) {
        this.own = own;
        this.admission = admission;
    }

    /** Return the name of this page's cookie; cookies do not keep to one port. */
    String cookieName() {
        return "osdu-page-" + own.getPort();
    }

    /** Return the answer to a request that may not come in, or {@code null} when it may. */
    @Nullable
    Reply turnsAway(Call call, Door door) {
        if (!own.getAuthority().equals(call.header("Host"))) {
            // A name that somebody else's DNS leads here.
            return Reply.text(421, "Open " + own + "/ instead.\n");
        }
        if (door == Door.OPEN) {
            return null;
        }
        boolean changes = !call.method().equals("GET");
        boolean own = changes
                ? this.own.toString().equals(call.header("Origin"))
                        && call.isAbsentOr("Sec-Fetch-Site", "same-origin")
                        && "application/json".equals(call.header("Content-Type"))
                : call.isAbsentOr("Origin", this.own.toString())
                        && (call.isAbsentOr("Sec-Fetch-Site", "same-origin")
                                || "none".equals(call.header("Sec-Fetch-Site")));
        if (!own) {
            return Reply.refused(403, "Only this page itself may ask for that.");
        }
        boolean admitted =
                door == Door.OWN || admission.knowsCookie(call.cookies().get(cookieName()));
        boolean keyed = door != Door.KEYED || admission.knowsKey(call.header(KEY_HEADER));
        return admitted && keyed ? null : Reply.refused(401, "Type the code that the terminal shows.");
    }
}
