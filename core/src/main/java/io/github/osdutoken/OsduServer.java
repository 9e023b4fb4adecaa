package io.github.osdutoken;

import java.net.URI;

/**
 * The OSDU deployment under test.
 *
 * @param uri its base, without a path: {@code https://<instance>.energy.azure.com}
 * @param dataPartitionId the value of the {@code data-partition-id} header
 * @since 0.1
 */
public record OsduServer(URI uri, String dataPartitionId) {}
