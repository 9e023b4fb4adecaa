package io.github.osdutoken.emulator.osdu;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts users and groups into groups, and takes them out. */
final class MemberChanges {

    private final Groups groups;
    private final String domain;

    MemberChanges(Groups groups, String domain) {
        this.groups = groups;
        this.domain = domain;
    }

    Member add(String groupEmail, Draft draft, Caller caller) {
        if (draft.email() == null || draft.email().isBlank()) {
            throw badRequest("email must not be blank or null");
        }
        if (draft.role() == null) {
            throw badRequest("role must not be null");
        }
        String member = draft.email().toLowerCase(Locale.ROOT);
        String name = GroupAddress.name(groupEmail, domain);
        Role role = draft.role();
        return groups.change(() -> {
            boolean isGroup = isGroup(member);
            if (isGroup && groups.find(shortName(member)).isEmpty()) {
                throw new AppException(404, "Not Found", "Member group " + member + " not found");
            }
            StoredGroup group = groups.find(name).orElseThrow(GroupChanges::noSuchGroup);
            caller.requireOwner(group);
            if (isGroup && role == Role.OWNER) {
                throw badRequest("Group can only be MEMBER of another group");
            }
            if (group.members().containsKey(member)) {
                throw new AppException(409, "Conflict", member + " is already a member of group " + groups.email(name));
            }
            if (member.equals(groups.email(name))
                    || groups.closure(groups.email(name)).stream()
                            .anyMatch(parent -> parent.email().equals(member))) {
                throw badRequest("Cyclic membership is not allowed");
            }
            groups.put(group.with(member, role));
            return new Member(member, role);
        });
    }

    void remove(String groupEmail, String memberEmail, Caller caller) {
        String name = GroupAddress.name(groupEmail, domain);
        String member = memberEmail.toLowerCase(Locale.ROOT);
        groups.change(() -> {
            remove(groups.find(name).orElseThrow(GroupChanges::noSuchGroup), member, caller);
            return name;
        });
    }

    /** Take someone out of all groups, {@code users} last. */
    void removeEverywhere(String memberEmail, Caller caller) {
        String member = memberEmail.toLowerCase(Locale.ROOT);
        groups.change(() -> {
            groups.parents(member).stream()
                    .filter(group -> !group.name().equals("users"))
                    .forEach(group -> remove(group, member, caller));
            groups.parents(member).forEach(group -> remove(group, member, caller));
            return member;
        });
    }

    private void remove(StoredGroup group, String member, Caller caller) {
        caller.requireOwner(group);
        if (!group.members().containsKey(member)) {
            throw new AppException(
                    404,
                    "Not Found",
                    "Group " + groups.email(group.name()) + " does not have " + member
                            + " as a direct child/member. Please check the group hierarchy for an explicit member"
                            + " declaration.");
        }
        if (group.isData() && member.equals(groups.email(ProvisionedGroups.DATA_ROOT))) {
            throw badRequest("Users data root group hierarchy is enforced, member users.data.root cannot be removed");
        }
        if (isGroup(member) && ProvisionedGroups.contain(group.name(), shortName(member))) {
            throw badRequest("Bootstrap group hierarchy is enforced, member " + shortName(member)
                    + " cannot be removed from group " + group.name());
        }
        if (group.name().equals("users") && groups.parents(member).size() > 1) {
            throw badRequest("Member " + member + " cannot be removed from elementary data partition group "
                    + groups.email(group.name())
                    + ", since the user is still provisioned inside other groups. Please use Delete Member API to"
                    + " remove the user from all the groups.");
        }
        groups.put(group.without(member));
    }

    private boolean isGroup(String member) {
        return member.endsWith("@" + domain);
    }

    private static String shortName(String email) {
        return email.substring(0, email.indexOf('@'));
    }

    private static AppException badRequest(String message) {
        return new AppException(400, "Bad Request", message);
    }

    record Draft(@Nullable String email, @Nullable Role role) {}

    record Member(String email, Role role) {}
}
