package io.github.osdutoken.emulator.offender;

import io.github.osdutoken.emulator.offenderpeer.OtherHalf;

/** Half of a package cycle in the emulator. */
public record OneHalf(OtherHalf other) {}
