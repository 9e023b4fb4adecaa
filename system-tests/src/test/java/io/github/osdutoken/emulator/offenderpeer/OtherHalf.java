package io.github.osdutoken.emulator.offenderpeer;

import io.github.osdutoken.emulator.offender.OneHalf;

/** The other half. */
public record OtherHalf(OneHalf other) {}
