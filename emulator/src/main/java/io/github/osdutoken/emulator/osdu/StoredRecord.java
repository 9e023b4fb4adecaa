package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A record with all its versions, oldest first, at least one; not active once soft-deleted. */
record StoredRecord(String id, String createUser, Instant createTime, boolean active, List<RecordVersion> versions) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    RecordVersion latest() {
        return versions.get(versions.size() - 1);
    }

    RecordContent content() {
        return latest().content();
    }

    StoredRecord with(RecordVersion version) {
        List<RecordVersion> more = new ArrayList<>(versions);
        more.add(version);
        return new StoredRecord(id, createUser, createTime, true, List.copyOf(more));
    }

    /** Return the record with its latest version written over: other people may see it, or it is of another kind. */
    StoredRecord withLatest(RecordVersion version) {
        List<RecordVersion> same = new ArrayList<>(versions.subList(0, versions.size() - 1));
        same.add(version);
        return new StoredRecord(id, createUser, createTime, active, List.copyOf(same));
    }

    StoredRecord without(List<RecordVersion> some) {
        return new StoredRecord(
                id,
                createUser,
                createTime,
                active,
                versions.stream().filter(version -> !some.contains(version)).toList());
    }

    StoredRecord reactivated() {
        return new StoredRecord(id, createUser, createTime, true, versions);
    }

    StoredRecord deactivated() {
        return new StoredRecord(id, createUser, createTime, false, versions);
    }

    /**
     * Return the record as storage sends it: the version's data, and everything else as it is now.
     *
     * @param attributes the only parts of the data to return, such as {@code data.Name}; none for all
     */
    ObjectNode toJson(RecordVersion version, List<String> attributes) {
        ObjectNode json = Json.object();
        json.set("data", filtered(version.content().data(), attributes));
        if (version.content().meta() != null) {
            json.set("meta", version.content().meta());
        }
        json.put("id", id)
                .put("version", version.number())
                .put("kind", content().kind());
        json.set("acl", Json.tree(content().acl()));
        json.set("legal", Json.tree(content().legal()));
        if (!content().tags().isEmpty()) {
            json.set("tags", Json.tree(content().tags()));
        }
        if (!content().parents().isEmpty()) {
            json.set("ancestry", Json.tree(Map.of("parents", content().parents())));
        }
        json.put("createUser", createUser).put("createTime", TIME.format(createTime));
        if (version.modifyUser() != null && version.modifyTime() != null) {
            json.put("modifyUser", version.modifyUser()).put("modifyTime", TIME.format(version.modifyTime()));
        }
        return json;
    }

    private static ObjectNode filtered(ObjectNode data, List<String> attributes) {
        List<String> names = attributes.stream()
                .map(String::strip)
                .filter(attribute -> attribute.startsWith("data."))
                .map(attribute -> attribute.substring("data.".length()))
                .toList();
        if (names.isEmpty()) {
            return data;
        }
        ObjectNode some = Json.object();
        for (String name : names) {
            JsonNode value =
                    data.at("/" + name.replace("~", "~0").replace("/", "~1").replace('.', '/'));
            if (!value.isMissingNode()) {
                some.set(name, value);
            }
        }
        return some;
    }
}
