package io.github.osdutoken.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The tenant an emulator has unless told otherwise. All of it is made up, the passwords too. */
final class Contoso {

    static final String TENANT_ID = "c0ffee00-5a1e-4c3b-9d2f-0d5e0a7b1c11";
    static final String DOMAIN = "contoso.com";
    static final String CLIENT_ID = "7e57ab1e-2b6d-4f0a-8c55-91f3d2a4e6b0";
    static final String PARTITION = "opendes";

    /** The editor's password has what gets lost in forms, shells and keyboards. */
    static final List<EmulatorUser> USERS = List.of(
            new EmulatorUser(
                    "editor@contoso.com",
                    "Grün & \"50%\" + 'a=b' <ß>;\\#",
                    "0b1ec7a1-0001-4d1a-a001-3d5c1f9e0001",
                    "Edda Editor",
                    List.of("users", "users.datalake.editors")),
            new EmulatorUser(
                    "viewer@contoso.com",
                    "Viewer-only-1",
                    "0b1ec7a1-0002-4d1a-a002-3d5c1f9e0002",
                    "Vito Viewer",
                    List.of("users", "users.datalake.viewers")),
            new EmulatorUser(
                    "admin@contoso.com",
                    "Admin-of-all-1",
                    "0b1ec7a1-0003-4d1a-a003-3d5c1f9e0003",
                    "Ada Admin",
                    List.of("users", "users.datalake.ops", "users.datalake.admins", "users.data.root")),
            new EmulatorUser(
                    "no-access@contoso.com",
                    "Nothing-for-me-1",
                    "0b1ec7a1-0004-4d1a-a004-3d5c1f9e0004",
                    "Noah Access",
                    List.of()),
            // The next three are the users that OSDU's acceptance suites ask for: docs/emulator.md.
            new EmulatorUser(
                    "privileged@contoso.com",
                    "Privileged-tester-1",
                    "0b1ec7a1-0005-4d1a-a005-3d5c1f9e0005",
                    "Prisca Privileged",
                    List.of(
                            "users",
                            "users.datalake.ops",
                            "users.datalake.delegation",
                            "users.datalake.impersonation",
                            "data.test1",
                            "data.integration.test")),
            new EmulatorUser(
                    "root@contoso.com",
                    "Root-of-all-data-1",
                    "0b1ec7a1-0006-4d1a-a006-3d5c1f9e0006",
                    "Ruth Root",
                    List.of(
                            "users",
                            "users.data.root",
                            "service.entitlements.user",
                            "service.storage.viewer",
                            "service.storage.admin",
                            "service.legal.user")),
            new EmulatorUser(
                    "no-data-access@contoso.com",
                    "No-data-for-me-1",
                    "0b1ec7a1-0007-4d1a-a007-3d5c1f9e0007",
                    "Nora Data",
                    List.of("users", "service.entitlements.user", "service.storage.admin")));

    static final AppRegistration APP = new AppRegistration(CLIENT_ID, "OSDU tests", List.of("http://localhost"), null);

    private Contoso() {}

    /** Make one more user, the same each time. */
    static EmulatorUser viewer(String name) {
        return new EmulatorUser(
                name + "@" + DOMAIN,
                "Welcome-" + name + "-1",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                name,
                List.of("users", "users.datalake.viewers"));
    }
}
