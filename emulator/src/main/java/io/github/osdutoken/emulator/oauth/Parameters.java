package io.github.osdutoken.emulator.oauth;

import java.util.Map;

/** The parameters of a request, an empty one counting as missing. */
public final class Parameters {

    private Parameters() {}

    /** Return a parameter that must be there. */
    public static String required(Map<String, String> parameters, String name) throws EntraException {
        String value = parameters.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw Aadsts.PARAMETER_MISSING.with(name);
        }
        return value;
    }
}
