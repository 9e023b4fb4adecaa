package io.github.osdutoken.offenderpeer;

import io.github.osdutoken.offender.OffendingHelper;

/** Half of a package cycle, and a record that would print a token. */
public record OffendingPeer(OffendingHelper helper, String accessToken) {}
