package io.github.osdutoken.emulator.osdu;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.osdutoken.emulator.http.Routes;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * A small OSDU API in memory, with one data partition: entitlements v2, legal v1, storage v2, search v2, schema v1 and
 * file v2, as far as a test goes that creates a legal tag, writes, reads, finds and deletes records, files and the
 * schemas of both, and asks who it is.
 *
 * <p>Wrong calls are answered as an OSDU deployment on Azure answers them, service by service: the edge in plain text,
 * the services in {@code {code, reason, message}}. What it stores is gone when it is. Safe to use from many threads.
 */
public final class OsduApi {

    private final Edge edge;
    private final Entitlements entitlements;
    private final LegalEndpoints legal;
    private final StorageEndpoints storage;
    private final SearchEndpoints search;
    private final SchemaEndpoints schemas;
    private final FileEndpoints files;
    private final BlobEndpoints blobs;

    /**
     * Make an empty OSDU deployment of the usual kind.
     *
     * @param keys the keys that sign access tokens, asked anew for each call
     * @param issuers the issuers accepted; Entra ID has two spellings, for v1 and v2 tokens
     * @param audiences the audiences accepted: client ids, or {@code https://energy.azure.com}
     * @param clock decides what is expired, and when things happened
     * @param partition the one data partition, the value of {@code data-partition-id}; {@code opendes} in most samples
     * @param groupsByUser for each user id (the {@code oid} claim) the short names of the groups it was put in, such as
     *     {@code users} and {@code users.datalake.editors}; others, such as {@code data.wells.viewers}, come into being
     *     by being named
     */
    public OsduApi(
            JWKSource<SecurityContext> keys,
            Set<String> issuers,
            Set<String> audiences,
            Clock clock,
            String partition,
            Map<String, Set<String>> groupsByUser) {
        this(keys, issuers, audiences, clock, partition, groupsByUser, OsduOptions.defaults());
    }

    /** Make an empty OSDU deployment that differs from the usual one; the other parameters are as above. */
    public OsduApi(
            JWKSource<SecurityContext> keys,
            Set<String> issuers,
            Set<String> audiences,
            Clock clock,
            String partition,
            Map<String, Set<String>> groupsByUser,
            OsduOptions options) {
        edge = new Edge(new AccessTokenCheck(keys, issuers, audiences, clock), options.edge());
        entitlements = new Entitlements(partition, groupsByUser, options);
        LegalTags tags = new LegalTags(partition, new LegalTagRules(clock));
        SearchIndex index = new SearchIndex(clock, options.indexDelay());
        Records records = new Records(index);
        legal = new LegalEndpoints(tags, records);
        RecordIngestion ingestion = new RecordIngestion(records, tags, entitlements, partition, clock);
        RecordReading reading = new RecordReading(records, partition);
        RecordDeletion deletion = new RecordDeletion(records, partition);
        storage = new StorageEndpoints(
                ingestion,
                reading,
                new RecordListing(records),
                new RecordPatching(records, ingestion, partition),
                deletion);
        search = new SearchEndpoints(index);
        schemas = new SchemaEndpoints(new Schemas(clock));
        Blobs store = new Blobs();
        SignedUrls urls = new SignedUrls(clock);
        blobs = new BlobEndpoints(store, urls);
        files = new FileEndpoints(
                new FileRecords(ingestion, reading, deletion), new FileTransfer(store, urls, clock), partition);
    }

    /** Add the routes: those of the services under {@code /api/}, and the place where files are under {@code /blob/}. */
    public void mount(Routes routes) {
        new EntitlementsEndpoints(entitlements).mount(routes(Service.ENTITLEMENTS, routes));
        legal.mount(routes(Service.LEGAL, routes));
        storage.mount(routes(Service.STORAGE, routes));
        search.mount(routes(Service.SEARCH, routes));
        schemas.mount(routes(Service.SCHEMA, routes));
        files.mount(routes(Service.FILE, routes));
        blobs.mount(routes);
    }

    private ServiceRoutes routes(Service service, Routes routes) {
        return new ServiceRoutes(service, routes, edge, entitlements);
    }
}
