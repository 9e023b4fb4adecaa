package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A group as entitlements lists it; the role is there only when asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Group(
        String name,
        String email,
        String description,
        @Nullable String role) {

    Group withoutRole() {
        return new Group(name, email, description, null);
    }
}
