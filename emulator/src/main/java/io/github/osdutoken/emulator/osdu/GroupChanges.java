package io.github.osdutoken.emulator.osdu;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates, renames and deletes groups. */
final class GroupChanges {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{3,128}");
    private static final Pattern DESCRIPTION = Pattern.compile("[-A-Za-z0-9 _./,;:'\"!@&+%#$]{0,255}");

    private final Groups groups;
    private final String domain;

    GroupChanges(Groups groups, String domain) {
        this.groups = groups;
        this.domain = domain;
    }

    /** Make a group that its maker owns. */
    Group create(Draft draft, Caller caller) {
        String given = draft.name() == null ? "" : draft.name();
        String description = draft.description() == null ? "" : draft.description();
        if (!NAME.matcher(given).matches()) {
            throw badRequest("name must match \"^[A-Za-z0-9_.-]{3,128}$\"");
        }
        if (!DESCRIPTION.matcher(description).matches()) {
            throw badRequest("description must match \"^[-A-Za-z0-9 _./,;:'\"!@&+%#$]{0,255}$\"");
        }
        String name = given.toLowerCase(Locale.ROOT);
        return groups.change(() -> {
            if (groups.find(name).isPresent()) {
                throw new AppException(409, "Conflict", "This group already exists");
            }
            groups.put(groups.made(name, description).with(caller.userId(), Role.OWNER));
            return new Group(name, groups.email(name), description, null);
        });
    }

    /** Remove a group; one that is not there is gone already. */
    void delete(String email, Caller caller) {
        String name = GroupAddress.name(email, domain);
        groups.change(() -> {
            groups.find(name).ifPresent(group -> {
                caller.requireOwner(group);
                if (ProvisionedGroups.contain(name)) {
                    throw badRequest("Invalid group, bootstrap groups are not allowed to be deleted");
                }
                groups.remove(name);
            });
            return name;
        });
    }

    Updated update(String email, List<Change> changes, Caller caller) {
        changes.forEach(GroupChanges::check);
        if (changes.size() > 2) {
            throw badRequest("Invalid number of operation provided, only rename and appIds update are allowed.");
        }
        String name = GroupAddress.name(email, domain);
        requireNotProvisioned(name);
        return groups.change(() -> {
            StoredGroup group = groups.find(name).orElseThrow(GroupChanges::noSuchGroup);
            caller.requireOwner(group);
            for (Change change : changes) {
                group = change.isOfName()
                        ? renamed(group, change.values().get(0).toLowerCase(Locale.ROOT))
                        : group.withAppIds(change.values());
                groups.put(group);
            }
            return new Updated(group.name(), groups.email(group.name()), group.appIds());
        });
    }

    private StoredGroup renamed(StoredGroup group, String name) {
        if (group.isData()) {
            throw badRequest(
                    "Invalid group, given group email : \"" + groups.email(group.name()) + "\" is a data group");
        }
        requireNotProvisioned(name);
        if (groups.find(name).isPresent()) {
            throw badRequest("Invalid group name : \"" + name + "\", it already exists");
        }
        groups.rename(group, name);
        return group.named(name);
    }

    private static void requireNotProvisioned(String name) {
        if (ProvisionedGroups.contain(name)) {
            throw badRequest("Invalid group, group update API cannot work with bootstrapped groups");
        }
    }

    private static void check(Change change) {
        if (!"replace".equalsIgnoreCase(change.op())) {
            throw badRequest("Invalid Update Group Op Provided.");
        }
        if (!change.isOfName() && !"/appIds".equalsIgnoreCase(change.path())) {
            throw badRequest("Invalid Update Group Path Provided.");
        }
        if (change.isOfName() && change.values().size() != 1) {
            throw badRequest("Invalid number of group name provided.");
        }
    }

    static AppException noSuchGroup() {
        return new AppException(404, "Not Found", "");
    }

    private static AppException badRequest(String message) {
        return new AppException(400, "Bad Request", message);
    }

    record Draft(@Nullable String name, @Nullable String description) {}

    record Change(
            @Nullable String op,
            @Nullable String path,
            @Nullable List<String> value) {

        boolean isOfName() {
            return "/name".equalsIgnoreCase(path);
        }

        List<String> values() {
            return value == null ? List.of() : value;
        }
    }

    record Updated(String name, String email, List<String> appIds) {}
}
