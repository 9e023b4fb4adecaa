package io.github.osdutoken.emulator.osdu;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which versions of a record a purge is about; the latest is never one. */
final class VersionChoice {

    private static final int MAX_NAMED = 50;
    private static final String LIMIT = "Invalid limit.";
    private static final String FROM = "Invalid 'from' version.";
    private static final String IDS = "Invalid Version Ids.";

    private VersionChoice() {}

    static List<RecordVersion> of(StoredRecord record, Map<String, String> query) {
        List<RecordVersion> old = record.versions().subList(0, record.versions().size() - 1);
        if (query.containsKey("versionIds")) {
            return named(
                    record, Arrays.asList(query.getOrDefault("versionIds", "").split(",", -1)));
        }
        if (query.containsKey("from")) {
            return upTo(record, old, query);
        }
        if (query.containsKey("limit")) {
            int limit = limit(query);
            if (limit > old.size()) {
                throw new AppException(
                        400,
                        LIMIT,
                        "The record '" + record.id() + "' version count (excluding latest version) is : " + old.size()
                                + " , which is less than limit value : " + limit + " ");
            }
            return old.subList(0, limit);
        }
        throw new AppException(400, "Bad Request", "One of versionIds, limit and from is needed");
    }

    private static List<RecordVersion> named(StoredRecord record, List<String> ids) {
        if (ids.size() > MAX_NAMED) {
            throw new AppException(
                    400,
                    IDS,
                    "Invalid Version Ids size : '" + ids.size()
                            + "'. The number of versionId can only be between 1 and 50");
        }
        String missing = ids.stream()
                .filter(id -> record.versions().stream().noneMatch(version -> is(version, id)))
                .collect(Collectors.joining(","));
        if (!missing.isEmpty()) {
            throw new AppException(
                    400, IDS, IDS + " The versionIds contains non existing version(s) '" + missing + "'");
        }
        if (ids.stream().anyMatch(id -> is(record.latest(), id))) {
            throw new AppException(
                    400,
                    IDS,
                    IDS + " The versionIds contains latest record version '"
                            + record.latest().number() + "'");
        }
        return record.versions().stream()
                .filter(version -> ids.stream().anyMatch(id -> is(version, id)))
                .toList();
    }

    private static List<RecordVersion> upTo(StoredRecord record, List<RecordVersion> old, Map<String, String> query) {
        String from = query.getOrDefault("from", "");
        if (is(record.latest(), from)) {
            throw new AppException(400, FROM, FROM + " The 'from' should not be latest record version '" + from + "'");
        }
        List<RecordVersion> upTo =
                old.stream().takeWhile(version -> !is(version, from)).toList();
        if (upTo.size() == old.size()) {
            throw new AppException(
                    400, FROM, FROM + " The record version does not contains specified from version '" + from + "'");
        }
        List<RecordVersion> chosen = old.subList(0, upTo.size() + 1);
        if (!query.containsKey("limit")) {
            return chosen;
        }
        int limit = limit(query);
        if (limit > chosen.size()) {
            throw new AppException(
                    400,
                    LIMIT,
                    LIMIT + " Given limit count " + limit
                            + ", exceeds the record versions count specified by the given 'from' version '" + from
                            + "'");
        }
        return chosen.subList(chosen.size() - limit, chosen.size());
    }

    private static int limit(Map<String, String> query) {
        try {
            int limit = Integer.parseInt(query.getOrDefault("limit", ""));
            if (limit > 0) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // The same answer as for a number that counts nothing.
        }
        throw new AppException(400, LIMIT, "The limit must be a number greater than 0");
    }

    private static boolean is(RecordVersion version, String number) {
        return Long.toString(version.number()).equals(number.strip());
    }
}
