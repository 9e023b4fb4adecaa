package io.github.osdutoken.emulator.oauth;

/** Entra ID's answer is an error; whoever catches it decides whether as JSON, as a page or at the redirect URI. */
public final class EntraException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Aadsts code;
    private final String description;

    EntraException(Aadsts code, String description) {
        super(description, null, false, false);
        this.code = code;
        this.description = description;
    }

    /** Return which error. */
    public Aadsts code() {
        return code;
    }

    /** Return the text, which begins with {@code AADSTS} and the number, without the trace. */
    public String description() {
        return description;
    }
}
