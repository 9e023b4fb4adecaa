package io.github.osdutoken.cli.format;

import static io.github.osdutoken.cli.format.Fact.ACCESS_TOKEN;
import static io.github.osdutoken.cli.format.Fact.AUTHORITY;
import static io.github.osdutoken.cli.format.Fact.AUTHORIZATION_ENDPOINT;
import static io.github.osdutoken.cli.format.Fact.CLIENT_ID;
import static io.github.osdutoken.cli.format.Fact.CLIENT_SECRET;
import static io.github.osdutoken.cli.format.Fact.DATA_PARTITION;
import static io.github.osdutoken.cli.format.Fact.HOST;
import static io.github.osdutoken.cli.format.Fact.REDIRECT_URI;
import static io.github.osdutoken.cli.format.Fact.REFRESH_TOKEN;
import static io.github.osdutoken.cli.format.Fact.SCOPE;
import static io.github.osdutoken.cli.format.Fact.SEISMIC_STORE;
import static io.github.osdutoken.cli.format.Fact.SERVER;
import static io.github.osdutoken.cli.format.Fact.TENANT;
import static io.github.osdutoken.cli.format.Fact.TOKEN_ENDPOINT;

/** The names each tool uses, exactly. */
final class Layouts {

    /** The TNO data loader's {@code .envrc}, and what the osdu SDK for Python reads from the environment. */
    static final Layout VARIABLES = new Layout()
            .with("AZURE_TENANT", TENANT)
            .with("CLIENT_ID", CLIENT_ID)
            .with("CLIENT_SECRET", CLIENT_SECRET)
            .with("SCOPE", SCOPE)
            .with("LOGIN_ENDPOINT", TOKEN_ENDPOINT)
            .with("TOKEN_ENDPOINT", TOKEN_ENDPOINT)
            .with("OSDU_ENDPOINT", SERVER)
            .with("DATA_PARTITION", DATA_PARTITION)
            .with("REFRESH_TOKEN", REFRESH_TOKEN)
            .with("ACCESS_TOKEN", ACCESS_TOKEN);

    /** What osdu-developer's azd environment holds. */
    static final Layout AZD = new Layout()
            .with("AZURE_TENANT_ID", TENANT)
            .with("AZURE_CLIENT_ID", CLIENT_ID)
            .with("AZURE_CLIENT_SECRET", CLIENT_SECRET)
            .with("AUTH_INGRESS", HOST)
            .with("AUTH_REFRESH", REFRESH_TOKEN);

    /** osducli's {@code ~/.osducli/config}. */
    static final Layout OSDUCLI = new Layout()
            .below("core")
            .with("server", SERVER)
            .initially("crs_catalog_url", "/api/crs/catalog/v2/")
            .initially("crs_converter_url", "/api/crs/converter/v2/")
            .initially("entitlements_url", "/api/entitlements/v2/")
            .initially("file_url", "/api/file/v2/")
            .initially("legal_url", "/api/legal/v1/")
            .initially("schema_url", "/api/schema-service/v1/")
            .initially("search_url", "/api/search/v2/")
            .initially("storage_url", "/api/storage/v2/")
            .initially("unit_url", "/api/unit/v3/")
            .initially("workflow_url", "/api/workflow/v1/")
            .with("data_partition_id", DATA_PARTITION)
            .always("authentication_mode", "refresh_token")
            .with("token_endpoint", TOKEN_ENDPOINT)
            .with("refresh_token", REFRESH_TOKEN)
            .with("client_id", CLIENT_ID)
            .with("client_secret", CLIENT_SECRET);

    /** sdutil's {@code sdlib/config.yaml}; two of its strings are JSON. */
    static final Layout SDUTIL = new Layout()
            .below("seistore", "service", Entry.JSON_IN_STRING, "azure", "azureGlabEnv")
            .with("url", SEISMIC_STORE)
            .initially("appkey", "")
            .below("seistore")
            .with("url", SEISMIC_STORE)
            .initially("cloud_provider", "azure")
            .initially("env", "glab")
            .initially("auth-mode", "JWT Token")
            .initially("ssl_verify", true)
            .below("auth_provider", "azure", Entry.JSON_IN_STRING)
            .initially("provider", "azure")
            .with("authorize_url", AUTHORITY)
            .initially("oauth_token_host_end", "/oauth2/v2.0/token")
            .initially("scope_end", "/.default openid profile offline_access")
            .with("redirect_uri", REDIRECT_URI)
            .always("login_grant_type", "refresh_token")
            .with("refresh_token", REFRESH_TOKEN)
            .below("azure")
            .initially("empty", "none");

    private Layouts() {}

    /** The environments that .http files of each origin expect of VS Code's REST Client. */
    static Layout restClient(String style) {
        return switch (style) {
            case "osdu-developer" ->
                new Layout()
                        .with("TENANT_ID", TENANT)
                        .with("CLIENT_ID", CLIENT_ID)
                        .with("CLIENT_SECRET", CLIENT_SECRET)
                        .with("HOST", SERVER)
                        .with("REFRESH_TOKEN", REFRESH_TOKEN)
                        .with("DATA_PARTITION", DATA_PARTITION);
            case "experience-lab" ->
                new Layout()
                        .with("TENANT_ID", TENANT)
                        .with("CLIENT_ID", CLIENT_ID)
                        .with("HOST", HOST)
                        .with("DATA_PARTITION", DATA_PARTITION)
                        .with("REFRESH_TOKEN", REFRESH_TOKEN);
            case "self-managed" ->
                new Layout()
                        .with("TENANT_ID", TENANT)
                        .with("CLIENT_ID", CLIENT_ID)
                        .with("CLIENT_SECRET", CLIENT_SECRET)
                        .with("OSDU_HOST", HOST)
                        .with("INITIAL_TOKEN", REFRESH_TOKEN);
            default -> throw new IllegalArgumentException(style);
        };
    }

    /** The variables that Postman collections of each origin expect. */
    static Layout postman(String style) {
        return switch (style) {
            case "adme-samples" ->
                new Layout()
                        .with("TENANT_ID", TENANT)
                        .with("CLIENT_ID", CLIENT_ID)
                        .with("CLIENT_SECRET", CLIENT_SECRET)
                        .with("SCOPE", SCOPE)
                        .with("refresh_token", REFRESH_TOKEN)
                        .with("DNS", HOST)
                        .with("access_token", ACCESS_TOKEN)
                        .with("data-partition-id", DATA_PARTITION)
                        .initially("cloud_platform", "azure");
            case "oak-forest" ->
                new Layout()
                        .with("tenant-id", TENANT)
                        .with("client-id", CLIENT_ID)
                        .with("client-secret", CLIENT_SECRET)
                        .with("refresh-token", REFRESH_TOKEN)
                        .with("access-token", ACCESS_TOKEN)
                        .with("endpoint", SERVER)
                        .with("partition-id", DATA_PARTITION);
            case "segy" ->
                new Layout()
                        .with("instance_url", SERVER)
                        .with("tenant_id", TENANT)
                        .with("client_id", CLIENT_ID)
                        .with("client_secret", CLIENT_SECRET)
                        .with("scope", SCOPE)
                        .with("TOKEN", ACCESS_TOKEN)
                        .with("data_partition_id", DATA_PARTITION);
            case "camel" ->
                new Layout()
                        .with("accessToken", ACCESS_TOKEN)
                        .with("refreshToken", REFRESH_TOKEN)
                        .with("clientId", CLIENT_ID)
                        .with("clientSecret", CLIENT_SECRET)
                        .with("tenantId", TENANT)
                        .with("scope", SCOPE)
                        .with("baseUrl", SERVER)
                        .with("dataPartitionId", DATA_PARTITION)
                        .with("authorizationEndpoint", AUTHORIZATION_ENDPOINT)
                        .with("tokenEndpoint", TOKEN_ENDPOINT);
            default -> throw new IllegalArgumentException(style);
        };
    }
}
