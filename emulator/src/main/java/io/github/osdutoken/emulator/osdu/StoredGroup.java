package io.github.osdutoken.emulator.osdu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group and who is directly in it, in the order they came: groups by e-mail address, users by id, all in lower case.
 * It never changes.
 */
record StoredGroup(String name, String description, List<String> appIds, Map<String, Role> members) {

    StoredGroup {
        appIds = List.copyOf(appIds);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    StoredGroup(String name, String description) {
        this(name, description, List.of(), Map.of());
    }

    StoredGroup with(String member, Role role) {
        Map<String, Role> more = new LinkedHashMap<>(members);
        more.put(member, role);
        return new StoredGroup(name, description, appIds, more);
    }

    StoredGroup without(String member) {
        Map<String, Role> fewer = new LinkedHashMap<>(members);
        fewer.remove(member);
        return new StoredGroup(name, description, appIds, fewer);
    }

    /** Return the same group with one member called otherwise, in the same place. */
    StoredGroup withMemberRenamed(String from, String to) {
        Map<String, Role> same = new LinkedHashMap<>();
        new ArrayList<>(members.entrySet())
                .forEach(entry -> same.put(entry.getKey().equals(from) ? to : entry.getKey(), entry.getValue()));
        return new StoredGroup(name, description, appIds, same);
    }

    StoredGroup named(String newName) {
        return new StoredGroup(newName, description, appIds, members);
    }

    StoredGroup withAppIds(List<String> newAppIds) {
        return new StoredGroup(name, description, newAppIds, members);
    }

    Group listed(String domain, @Nullable Role role) {
        return new Group(name, name + "@" + domain, description, role == null ? null : role.name());
    }

    boolean isData() {
        return name.startsWith("data.");
    }

    boolean isUsers() {
        return name.equals("users")
                || ((name.startsWith("users.") || name.startsWith("user.")) && !name.startsWith("users.sharing_"));
    }

    boolean isService() {
        return name.startsWith("service.");
    }
}
