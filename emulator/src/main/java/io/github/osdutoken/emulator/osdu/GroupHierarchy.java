package io.github.osdutoken.emulator.osdu;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The groups a new data partition has, and which group is a member of which, as OSDU on Azure provisions them. */
final class GroupHierarchy {

    private static final String VIEWERS = "users.datalake.viewers";
    private static final String EDITORS = "users.datalake.editors";
    private static final String ADMINS = "users.datalake.admins";
    private static final String OPS = "users.datalake.ops";

    private static final List<Definition> PROVISIONED = List.of(
            group("users", "Datalake users"),
            group(VIEWERS, "Datalake viewers"),
            group(EDITORS, "Datalake editors"),
            group(ADMINS, "Datalake admins"),
            group(OPS, "Datalake ops"),
            group("users.data.root", "Datalake root users"),
            group("service.entitlements.user", "Datalake Entitlements users", VIEWERS, EDITORS, ADMINS, OPS),
            group("service.entitlements.admin", "Datalake Entitlements admins", ADMINS, OPS),
            group("service.legal.user", "Datalake Legal users", VIEWERS, EDITORS, ADMINS, OPS),
            group("service.legal.editor", "Datalake Legal editors", EDITORS, ADMINS, OPS),
            group("service.legal.admin", "Datalake Legal admins", OPS),
            group(
                    "service.storage.viewer",
                    "The viewer of the datalake storage service",
                    VIEWERS,
                    EDITORS,
                    ADMINS,
                    OPS),
            group("service.storage.creator", "Datalake Storage creators", EDITORS, ADMINS, OPS),
            group("service.storage.admin", "Datalake Storage admins", ADMINS, OPS),
            group("service.search.user", "Datalake Search users", VIEWERS, EDITORS, ADMINS, OPS),
            group("service.search.admin", "Datalake Search admins", ADMINS, OPS),
            group(
                    "service.schema-service.viewers",
                    "Viewers group for ddms schema service",
                    VIEWERS,
                    EDITORS,
                    ADMINS,
                    OPS),
            group("service.schema-service.editors", "Editors group for ddms schema service", EDITORS, ADMINS, OPS),
            group("service.schema-service.admin", "Admin group for ddms schema service", OPS),
            group("service.file.viewers", "Viewers group for file service", VIEWERS, EDITORS, ADMINS, OPS),
            group("service.file.editors", "Editors group for file service", EDITORS, ADMINS, OPS),
            group("service.file.admin", "Datalake File admins", ADMINS, OPS));

    private static final List<Definition> DATA = List.of(
            group("data.default.viewers", "Default data viewers", "users"),
            group("data.default.owners", "Default data owners", "users"));

    private static final List<Definition> DATA_WITHOUT_USERS = List.of(
            group("data.default.viewers", "Default data viewers"), group("data.default.owners", "Default data owners"));

    private final Set<Definition> definitions = new LinkedHashSet<>(PROVISIONED);

    GroupHierarchy(boolean defaultDataGroups) {
        definitions.addAll(defaultDataGroups ? DATA : DATA_WITHOUT_USERS);
    }

    /** Return every group someone is in who was put in the given ones: provisioned groups first, then others. */
    List<Definition> closure(Set<String> direct) {
        Set<String> names = new TreeSet<>(direct);
        boolean grown = true;
        while (grown) {
            grown = names.addAll(definitions.stream()
                    .filter(definition -> definition.members().stream().anyMatch(names::contains))
                    .map(Definition::name)
                    .toList());
        }
        Set<Definition> found = new LinkedHashSet<>();
        definitions.stream()
                .filter(definition -> names.remove(definition.name()))
                .forEach(found::add);
        names.forEach(name -> found.add(group(name, "")));
        return List.copyOf(found);
    }

    /** Return the groups that are members of the named group. */
    List<String> memberGroups(String name) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(name))
                .flatMap(definition -> definition.members().stream())
                .toList();
    }

    boolean has(String name) {
        return definitions.stream().anyMatch(definition -> definition.name().equals(name));
    }

    private static Definition group(String name, String description, String... members) {
        return new Definition(name, description, List.of(members));
    }

    record Definition(String name, String description, List<String> members) {}
}
