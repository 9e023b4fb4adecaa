package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.envelope;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.GEOLOGIST;
import static io.github.osdutoken.emulator.osdu.Deployment.OPS;
import static io.github.osdutoken.emulator.osdu.Deployment.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on their way in and out, and the records that tell of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileTests {

    private static final String FILES = "/api/file/v2/files/";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Bytes that are no text in UTF-8. */
    private static final byte[] CONTENT = {0, (byte) 0xff, (byte) 0xfe, '\r', '\n', (byte) 0x80};

    private static final String MD5 = "c837ccc07dae5fa8909222f5bb288fd5";

    private final Deployment osdu = new Deployment();

    @BeforeAll
    void createLegalTag() {
        osdu.call(EDITOR, "POST", "/api/legal/v1/legaltags", Bodies.LEGAL_TAG);
    }

    @AfterAll
    void stop() {
        osdu.close();
    }

    @Test
    void givesBackTheBytesThatWereUploaded() throws IOException {
        String source = upload(CONTENT);
        String id = create(EDITOR, source, "default");
        HttpResponse<byte[]> file = download(id);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(CONTENT);
        assertThat(file.headers().firstValue("content-type")).hasValue("text/csv");
    }

    @Test
    void tellsOfAFileInARecordOfStorageToo() throws IOException {
        String source = upload(CONTENT);
        String id = create(EDITOR, source, "default");
        assertThat(id).matches("opendes:dataset--File\\.Generic:[0-9a-f-]{36}");
        JsonNode metadata =
                MAPPER.readTree(osdu.get(VIEWER, FILES + id + "/metadata").body());
        JsonNode record = MAPPER.readTree(
                osdu.get(VIEWER, "/api/storage/v2/records/" + id).body());
        assertThat(metadata.get("data")).isEqualTo(record.get("data"));
        assertThat(metadata.get("version")).isEqualTo(record.get("version"));
        assertThat(record.get("createUser").asText()).isEqualTo("editor-1");
        assertThat(metadata.has("createUser")).isFalse();
        assertThat(metadata.get("data").toString())
                .isEqualTo("{\"Name\":\"logs\",\"Endian\":\"BIG\",\"DatasetProperties\":{\"FileSourceInfo\":"
                        + "{\"FileSource\":\"" + source + "\",\"Name\":\"logs.csv\",\"Checksum\":\"" + MD5
                        + "\",\"ChecksumAlgorithm\":\"MD5\"}}}");
        assertThat(osdu.call(
                                EDITOR,
                                "POST",
                                "/api/search/v2/query",
                                "{\"kind\":\"*:*:dataset--File.Generic:*\"," + "\"query\":\"id:\\\"" + id + "\\\"\"}")
                        .body())
                .contains("\"totalCount\":1");
    }

    @Test
    void keepsAFileOnce() throws IOException {
        String source = upload(CONTENT);
        create(EDITOR, source, "default");
        assertThat(answer(osdu.call(EDITOR, "POST", FILES + "metadata", metadata(source, "default"))))
                .isEqualTo("400 " + envelope(400, "badRequest", "Invalid source file path to copy from " + source));
    }

    @Test
    void deletesARecordWithItsFile() throws IOException {
        String id = create(EDITOR, upload(CONTENT), "default");
        String url = downloadUrl(id);
        assertThat(answer(osdu.call(OPS, "DELETE", FILES + id + "/metadata", null)))
                .isEqualTo("204 ");
        String notFound = "404 " + envelope(404, "notFound", "Record Not Found");
        assertThat(answer(osdu.get(VIEWER, FILES + id + "/metadata"))).isEqualTo(notFound);
        assertThat(answer(osdu.call(EDITOR, "DELETE", FILES + id + "/metadata", null)))
                .isEqualTo(notFound);
        assertThat(answer(osdu.get(VIEWER, FILES + id + "/downloadURL")))
                .isEqualTo("404 " + Bodies.error(404, "Not Found.", "File id not found."));
        assertThat(send(HttpRequest.newBuilder(URI.create(url))).statusCode()).isEqualTo(404);
    }

    @Test
    void showsAFileOnlyToThoseWhoMayReadItsRecord() throws IOException {
        String id = create(GEOLOGIST, upload(CONTENT), "wells");
        String refused = "403 {\"error\":{\"code\":403,\"message\":\"Storage record error\",\"errors\":["
                + "{\"domain\":\"global\",\"reason\":\"Access denied\","
                + "\"message\":\"The user is not authorized to perform this action\"}]}}";
        assertThat(answer(osdu.get(VIEWER, FILES + id + "/metadata"))).isEqualTo(refused);
        assertThat(answer(osdu.get(VIEWER, FILES + id + "/downloadURL"))).isEqualTo(refused);
        assertThat(answer(osdu.call(EDITOR, "DELETE", FILES + id + "/metadata", null)))
                .isEqualTo(refused);
        assertThat(osdu.get(GEOLOGIST, FILES + id + "/metadata").statusCode()).isEqualTo(200);
    }

    @Test
    void passesOnWhatStorageSays() throws IOException {
        String source = upload(CONTENT);
        String body = metadata(source, "default").replace("opendes-public-usa", "opendes-none");
        assertThat(answer(osdu.call(EDITOR, "POST", FILES + "metadata", body)))
                .isEqualTo("400 {\"error\":{\"code\":400,\"message\":\"Storage record error\",\"errors\":["
                        + "{\"domain\":\"global\",\"reason\":\"Invalid legal tags\","
                        + "\"message\":\"Invalid legal tags: opendes-none\"}]}}");
        // The file is where it landed, and the record can be written after all.
        create(EDITOR, source, "default");
    }

    @Test
    void letsNobodyInWithAnotherSignature() throws IOException {
        String source = upload(CONTENT);
        String url = downloadUrl(create(EDITOR, source, "default"));
        String other = downloadUrl(create(EDITOR, upload(CONTENT), "default"));
        String signature = other.substring(other.indexOf('?'));
        assertThat(code(HttpRequest.newBuilder(URI.create(url.substring(0, url.indexOf('?')) + signature))))
                .isEqualTo("403 AuthenticationFailed");
        assertThat(code(HttpRequest.newBuilder(URI.create(url.replace("sp=r", "sp=cw")))))
                .isEqualTo("403 AuthenticationFailed");
        assertThat(code(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(CONTENT))))
                .isEqualTo("403 AuthorizationPermissionMismatch");
    }

    @ParameterizedTest
    @CsvSource({"5M, 300", "2H, 7200", "1D, 86400", "9D, 604800", ", 3600"})
    void endsASignatureInTime(String expiryTime, long seconds) throws IOException {
        String id = create(EDITOR, upload(CONTENT), "default");
        String url = MAPPER.readTree(osdu.get(
                                VIEWER,
                                FILES + id + "/downloadURL" + (expiryTime == null ? "" : "?expiryTime=" + expiryTime))
                        .body())
                .get("SignedUrl")
                .asText();
        osdu.clock.advance(Duration.ofSeconds(seconds - 1));
        assertThat(send(HttpRequest.newBuilder(URI.create(url))).statusCode()).isEqualTo(200);
        osdu.clock.advance(Duration.ofSeconds(1));
        assertThat(code(HttpRequest.newBuilder(URI.create(url)))).isEqualTo("403 AuthenticationFailed");
    }

    @Test
    void refusesAnUploadThatAzureWould() throws IOException {
        String url = uploadUrl().at("/Location/SignedURL").asText();
        assertThat(code(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(CONTENT))))
                .isEqualTo("400 MissingRequiredHeader");
        assertThat(code(HttpRequest.newBuilder(URI.create(url))
                        .PUT(BodyPublishers.ofByteArray(CONTENT))
                        .header("x-ms-blob-type", "PageBlob")))
                .isEqualTo("400 InvalidHeaderValue");
        assertThat(code(HttpRequest.newBuilder(URI.create(url + "&comp=block"))
                        .PUT(BodyPublishers.ofByteArray(CONTENT))))
                .isEqualTo("400 UnsupportedQueryParameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploadURL", "opendes:a:b/downloadURL"})
    void refusesATimeItCannotRead(String path) {
        assertThat(answer(osdu.get(EDITOR, FILES + path + "?expiryTime=1W")))
                .isEqualTo("400 "
                        + envelope(
                                400,
                                "badRequest",
                                "expiryTime pattern isn't supported. Value should be one of these regex patterns"
                                        + " ^[0-9]+M$ , ^[0-9]+H$ , ^[0-9]+D$"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "kind":                       | "k":          | kind must not be null
                    "acl":                        | "a":          | acl must not be null
                    "legal":                      | "l":          | legal tag cannot be empty
                    "data":                       | "d":          | data cannot be empty
                    "DatasetProperties":          | "d":          | DatasetProperties cannot be empty
                    "FileSourceInfo":             | "f":          | FileSourceInfo cannot be null
                    "FileSource":                 | "f":          | FileSource can not be empty
                    "BIG"                         | "Small"       | Invalid value of Small for Endian
                    "viewers":                    | "v":          | Record acl.viewers cannot be empty
                    "owners":                     | "o":          | Record acl.owners cannot be empty
                    "otherRelevantDataCountries": | "o":          | Record otherRelevantDataCountries cannot be empty
                    osdu:wks:                     | osdu:         | Not a valid record kind. Found: osdu:dataset--File.Generic:1.0.0
                    """)
    void refusesARecordThatDoesNotTellOfAFile(String part, String instead, String message) {
        String body = metadata("/a/b/c", "default").replace(part, instead);
        assertThat(answer(osdu.call(EDITOR, "POST", FILES + "metadata", body)))
                .isEqualTo("400 "
                        + envelope(400, "badRequest", message)
                                .replaceFirst("\"message\":\"[^\"]*\"", "\"message\":\"Validation Error\""));
    }

    @ParameterizedTest
    @CsvSource({"osdu:wks:, osdu:tks:, Invalid source in kind", "File.Generic, File.Other, Invalid entity in kind"})
    void refusesARecordOfAnotherKind(String part, String instead, String message) {
        String body = metadata("/a/b/c", "default").replace(part, instead);
        assertThat(answer(osdu.call(EDITOR, "POST", FILES + "metadata", body)))
                .isEqualTo("400 " + envelope(400, "badRequest", message));
    }

    @Test
    void doesNotReadWhatIsNoRecord() {
        assertThat(answer(osdu.call(EDITOR, "POST", FILES + "metadata", "{\"data\":[]}")))
                .isEqualTo("400 {\"status\":\"BAD_REQUEST\",\"message\":\"Invalid Json Input\"}");
    }

    @Test
    void hasNoFileForARecordThatTellsOfNone() {
        osdu.store(EDITOR, "opendes:doc:no-file", "default", "{\"a\":1}");
        assertThat(answer(osdu.get(VIEWER, FILES + "opendes:doc:no-file/downloadURL")))
                .isEqualTo("400 {\"status\":\"BAD_REQUEST\",\"message\":\"Relative file path received null\"}");
    }

    private JsonNode uploadUrl() throws IOException {
        return MAPPER.readTree(osdu.get(EDITOR, FILES + "uploadURL").body());
    }

    /** Upload bytes and return where they landed. */
    private String upload(byte[] content) throws IOException {
        JsonNode place = uploadUrl().get("Location");
        HttpResponse<byte[]> put =
                send(HttpRequest.newBuilder(URI.create(place.get("SignedURL").asText()))
                        .header("x-ms-blob-type", "BlockBlob")
                        .header("Content-Type", "text/csv")
                        .PUT(BodyPublishers.ofByteArray(content)));
        assertThat(put.statusCode()).isEqualTo(201);
        return place.get("FileSource").asText();
    }

    private String create(String user, String source, String group) throws IOException {
        HttpResponse<String> created = osdu.call(user, "POST", FILES + "metadata", metadata(source, group));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return MAPPER.readTree(created.body()).get("id").asText();
    }

    private String downloadUrl(String id) throws IOException {
        return MAPPER.readTree(osdu.get(GEOLOGIST, FILES + id + "/downloadURL").body())
                .get("SignedUrl")
                .asText();
    }

    private HttpResponse<byte[]> download(String id) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(downloadUrl(id))));
    }

    private static String code(HttpRequest.Builder request) throws IOException {
        HttpResponse<byte[]> response = send(request);
        return response.statusCode() + " "
                + response.headers().firstValue("x-ms-error-code").orElse("");
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String metadata(String source, String group) {
        return """
                {"id":"of no consequence","kind":"osdu:wks:dataset--File.Generic:1.0.0",\
                "acl":{"viewers":["data.%s.viewers@opendes.dataservices.energy"],\
                "owners":["data.%s.owners@opendes.dataservices.energy"]},\
                "legal":{"legaltags":["opendes-public-usa"],"otherRelevantDataCountries":["US"]},\
                "data":{"Name":"logs","Endian":"BIG","Unknown":1,"DatasetProperties":{"FileSourceInfo":\
                {"FileSource":"%s","Name":"logs.csv","Unknown":2}}}}""".formatted(group, group, source);
    }
}
