package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The data of a record that tells of a file. The service knows these fields, and drops all others. */
final class FileData {

    private static final Set<String> FIELDS = Set.of(
            "Name",
            "Description",
            "TotalSize",
            "EncodingFormatTypeID",
            "SchemaFormatTypeID",
            "ResourceHomeRegionID",
            "ResourceHostRegionIDs",
            "ResourceCurationStatus",
            "ResourceLifecycleStatus",
            "ResourceSecurityClassification",
            "Source",
            "DatasetProperties",
            "ExistenceKind",
            "Endian",
            "Checksum",
            "ExtensionProperties");

    private static final Set<String> SOURCE_FIELDS = Set.of(
            "FileSource",
            "PreloadFilePath",
            "PreloadFileCreateUser",
            "PreloadFileCreateDate",
            "PreloadFileModifyUser",
            "PreloadFileModifyDate",
            "Name",
            "FileSize",
            "EncodingFormatTypeID",
            "Checksum",
            "ChecksumAlgorithm");

    private FileData() {}

    /** Return a copy of the fields the service knows. */
    static ObjectNode known(JsonNode data) {
        ObjectNode known = pick(data, FIELDS);
        if (data.path("DatasetProperties").isObject()) {
            ObjectNode properties = pick(data.path("DatasetProperties"), Set.of("FileSourceInfo"));
            if (properties.path("FileSourceInfo").isObject()) {
                properties.set("FileSourceInfo", pick(properties.path("FileSourceInfo"), SOURCE_FIELDS));
            }
            known.set("DatasetProperties", properties);
        }
        return known;
    }

    /** Return which file the data tells of, if it does. */
    static @Nullable String source(JsonNode data) {
        JsonNode source = data.at("/DatasetProperties/FileSourceInfo/FileSource");
        return source.isTextual() ? source.asText() : null;
    }

    /** Write a checksum into known data of a file. */
    static ObjectNode withChecksum(ObjectNode data, String md5) {
        ((ObjectNode) data.at("/DatasetProperties/FileSourceInfo"))
                .put("Checksum", md5)
                .put("ChecksumAlgorithm", "MD5");
        return data;
    }

    private static ObjectNode pick(JsonNode from, Set<String> names) {
        ObjectNode some = Json.object();
        from.properties().stream()
                .filter(field ->
                        names.contains(field.getKey()) && !field.getValue().isNull())
                .forEach(field -> some.set(field.getKey(), field.getValue().deepCopy()));
        return some;
    }
}
