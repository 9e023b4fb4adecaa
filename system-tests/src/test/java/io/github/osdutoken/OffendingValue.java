package io.github.osdutoken;

import io.github.osdutoken.offender.OffendingHelper;

/** A value that looks into a package below. */
record OffendingValue(OffendingHelper helper) {}
