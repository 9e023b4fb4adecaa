package io.github.osdutoken.emulator.osdu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The groups a new data partition has, and which group is a member of which, as OSDU on Azure provisions them. */
final class ProvisionedGroups {

    static final String DATA_ROOT = "users.data.root";

    private static final String VIEWERS = "users.datalake.viewers";
    private static final String EDITORS = "users.datalake.editors";
    private static final String ADMINS = "users.datalake.admins";
    private static final String OPS = "users.datalake.ops";

    private static final List<Definition> ALWAYS = List.of(
            group("users", "Datalake users"),
            group(VIEWERS, "Datalake viewers"),
            group(EDITORS, "Datalake editors"),
            group(ADMINS, "Datalake admins"),
            group(OPS, "Datalake ops"),
            group(DATA_ROOT, "Datalake root users"),
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

    private ProvisionedGroups() {}

    /** Return the groups of a new partition, by name; {@code users} is in the default data groups unless taken out. */
    static Map<String, StoredGroup> of(String domain, boolean defaultDataGroups) {
        Map<String, StoredGroup> groups = new LinkedHashMap<>();
        Stream.concat(ALWAYS.stream(), DATA.stream()).forEach(definition -> {
            StoredGroup group = new StoredGroup(definition.name(), definition.description());
            if (defaultDataGroups || !group.isData()) {
                for (String member : definition.members()) {
                    group = group.with(member + "@" + domain, Role.MEMBER);
                }
            }
            groups.put(group.name(), group);
        });
        return groups;
    }

    static boolean contain(String name) {
        return definition(name) != null;
    }

    /** Tell whether a group was provisioned as a member of another; then it stays one. */
    static boolean contain(String name, String member) {
        Definition definition = definition(name);
        return definition != null && definition.members().contains(member);
    }

    private static @Nullable Definition definition(String name) {
        return Stream.concat(ALWAYS.stream(), DATA.stream())
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Definition group(String name, String description, String... members) {
        return new Definition(name, description, List.of(members));
    }

    private record Definition(String name, String description, List<String> members) {}
}
