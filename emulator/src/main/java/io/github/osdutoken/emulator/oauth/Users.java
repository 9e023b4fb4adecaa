package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.EmulatorUser;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who can sign in; changes while the emulator runs, as an administrator changes accounts. */
public final class Users {

    private final List<EmulatorUser> users;

    /** Begin with these. */
    public Users(List<EmulatorUser> users) {
        this.users = new CopyOnWriteArrayList<>(users);
    }

    /** Return all users, in order. */
    public List<EmulatorUser> all() {
        return List.copyOf(users);
    }

    /** Return the user with this name, in any case. */
    public Optional<EmulatorUser> named(String username) {
        return users.stream()
                .filter(user -> user.username().equalsIgnoreCase(username.strip()))
                .findFirst();
    }

    /** Return a user as they are now. */
    public EmulatorUser current(EmulatorUser user) {
        return users.stream()
                .filter(one -> one.objectId().equals(user.objectId()))
                .findFirst()
                .orElse(user);
    }

    /** Replace the user with the same object id; {@code false} when there is none. */
    public boolean replace(EmulatorUser user) {
        boolean known = users.stream().anyMatch(one -> one.objectId().equals(user.objectId()));
        users.replaceAll(one -> one.objectId().equals(user.objectId()) ? user : one);
        return known;
    }
}
