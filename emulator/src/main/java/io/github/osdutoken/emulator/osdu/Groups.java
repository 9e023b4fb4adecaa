package io.github.osdutoken.emulator.osdu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The groups of the one data partition; changes take turns, and reads see none half done. */
final class Groups {

    private final Map<String, StoredGroup> groups;
    private final String domain;

    /** Make the groups of a new partition, and those that users were put in, which come into being by being named. */
    Groups(String domain, boolean defaultDataGroups, Map<String, Set<String>> groupsByUser) {
        this.domain = domain;
        this.groups = ProvisionedGroups.of(domain, defaultDataGroups);
        new TreeMap<>(groupsByUser)
                .forEach((user, names) -> new TreeSet<>(names).forEach(name -> {
                    StoredGroup group = find(name).orElseGet(() -> made(name, ""));
                    put(group.with(user.toLowerCase(Locale.ROOT), Role.MEMBER));
                }));
    }

    /** Make a group, not yet one of these; whoever may see all data is in each group for data. */
    StoredGroup made(String name, String description) {
        StoredGroup group = new StoredGroup(name, description);
        return group.isData() ? group.with(email(ProvisionedGroups.DATA_ROOT), Role.MEMBER) : group;
    }

    /** Run a change that looks first and writes then, while no other change or read runs. */
    synchronized <T> T change(Supplier<T> change) {
        return change.get();
    }

    synchronized Optional<StoredGroup> find(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    synchronized void put(StoredGroup group) {
        groups.put(group.name(), group);
    }

    synchronized void remove(String name) {
        groups.remove(name);
        groups.replaceAll((key, group) -> group.without(email(name)));
    }

    synchronized void rename(StoredGroup group, String name) {
        groups.remove(group.name());
        groups.replaceAll((key, other) -> other.withMemberRenamed(email(group.name()), email(name)));
        groups.put(name, group.named(name));
    }

    synchronized List<StoredGroup> all() {
        return List.copyOf(groups.values());
    }

    /** Return the groups someone is directly in. */
    synchronized List<StoredGroup> parents(String member) {
        return groups.values().stream()
                .filter(group -> group.members().containsKey(member))
                .toList();
    }

    /** Return every group someone is in, directly or through other groups, with their role in it. */
    synchronized List<Group> closure(String member) {
        Map<String, Role> found = new LinkedHashMap<>();
        parents(member).forEach(group -> found.put(group.name(), role(group, member)));
        boolean grown = true;
        while (grown) {
            List<String> more = groups.values().stream()
                    .filter(group -> !found.containsKey(group.name()))
                    .filter(group -> found.keySet().stream()
                            .anyMatch(name -> group.members().containsKey(email(name))))
                    .map(StoredGroup::name)
                    .toList();
            more.forEach(name -> found.put(name, Role.MEMBER));
            grown = !more.isEmpty();
        }
        return groups.values().stream()
                .filter(group -> found.containsKey(group.name()))
                .map(group -> group.listed(domain, found.get(group.name())))
                .toList();
    }

    String email(String name) {
        return name + "@" + domain;
    }

    private static Role role(StoredGroup group, String member) {
        return group.members().getOrDefault(member, Role.MEMBER);
    }
}
