package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.http.LoopbackCertificate;
import io.github.osdutoken.emulator.http.RequestLog;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.http.WebServer;
import io.github.osdutoken.emulator.oauth.Tenant;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A second origin, which stands for all hosts that are not the issuer's: AD FS, {@code login.live.com}, {@code
 * mysignins.microsoft.com} and their kind. It listens from when it is first asked for.
 */
public final class OtherHosts implements AutoCloseable {

    private final Routes routes = new Routes();
    private final RequestLog log;
    private final @Nullable LoopbackCertificate certificate;
    private @Nullable WebServer server;

    /** Tell the log of each request; serve {@code https} when there is a certificate. */
    public OtherHosts(RequestLog log, @Nullable LoopbackCertificate certificate) {
        this.log = log;
        this.certificate = certificate;
    }

    Routes routes() {
        return routes;
    }

    /** Return the address, such as {@code http://127.0.0.1:40124}. */
    public synchronized URI authority() {
        if (server == null) {
            server = WebServer.bind(0, certificate).serve(routes, log);
        }
        return server.uri();
    }

    /**
     * Return the address that stands for {@code login.microsoft.com}: the issuer's own pages under another host name.
     * WebAuthn needs a name; {@code 127.0.0.1} is none.
     */
    public URI loginMicrosoftCom(Tenant tenant) {
        URI authority = tenant.authority();
        return URI.create(authority.getScheme() + "://localhost:" + authority.getPort());
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
    }
}
