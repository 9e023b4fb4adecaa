package io.github.osdutoken.emulator.entra;

/**
 * An account on "Pick an account".
 *
 * @param name the user principal name
 * @param fullName the display name
 * @param isSignedIn whether the browser holds a session of it
 */
record AccountTile(String name, String fullName, boolean isSignedIn) {}
