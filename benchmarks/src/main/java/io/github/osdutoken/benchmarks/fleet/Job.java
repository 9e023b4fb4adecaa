package io.github.osdutoken.benchmarks.fleet;

/**
 * A job of the fleet.
 *
 * @param start when it asks for its tokens, in seconds
 * @param length how many seconds it runs after that
 * @param machine a number, by which a runner is chosen
 * @param pair a number, by which its two accounts are chosen
 * @param saves whether the build server keeps what it leaves: it ran on the default branch
 */
record Job(double start, double length, int machine, int pair, boolean saves) {}
