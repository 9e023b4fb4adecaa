package io.github.osdutoken.spi;

import java.util.Map;

/**
 * Gives the settings that lead to an emulator running in this JVM; found by {@link java.util.ServiceLoader} when
 * {@code osdu.emulator} is {@code true}.
 *
 * @since 0.1
 */
public interface EmulatorProvider {

    /**
     * Return the settings with which a profile's user signs in at the emulator, and start it when it is not running.
     *
     * @param profile the profile's name, {@code default} for the unnamed one
     * @return values by key, such as {@code osdu.issuer}, {@code osdu.client-id}, {@code osdu.username}, {@code
     *     osdu.password}, {@code osdu.server}
     * @throws IllegalArgumentException if the emulator has no user for the profile; the message names the ones it has
     */
    Map<String, String> settings(String profile);
}
