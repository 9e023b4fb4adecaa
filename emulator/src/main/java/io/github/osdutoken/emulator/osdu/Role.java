package io.github.osdutoken.emulator.osdu;

/** What a member may do with a group: be in it, or change it as well. */
enum Role {
    OWNER,
    MEMBER
}
