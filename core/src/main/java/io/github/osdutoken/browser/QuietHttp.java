package io.github.osdutoken.browser;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.Contents;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpRequest;
import org.openqa.selenium.remote.http.HttpResponse;

/**
 * Talks to the driver as Selenium does by default, with bodies that print nothing: Selenium logs each request with its
 * body, which holds what is typed.
 */
final class QuietHttp implements HttpClient.Factory {

    private final HttpClient.Factory standard = HttpClient.Factory.createDefault();
    private volatile int status;

    /** Return the status of the last answer, 0 before the first. */
    int status() {
        return status;
    }

    @Override
    public HttpClient createClient(ClientConfig config) {
        HttpClient client = standard.createClient(config);
        // A proxy, since the interface has methods that are about to be removed and would have to be implemented.
        return (HttpClient) Proxy.newProxyInstance(
                QuietHttp.class.getClassLoader(), new Class<?>[] {HttpClient.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof HttpRequest request) {
                        request.setContent(new Unshown(request.getContent()));
                    }
                    try {
                        Object answer = method.invoke(client, arguments);
                        if (answer instanceof HttpResponse response) {
                            status = response.getStatus();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private record Unshown(Contents.Supplier content) implements Contents.Supplier {

        @Override
        public InputStream get() {
            return content.get();
        }

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public String contentAsString(Charset charset) {
            return content.contentAsString(charset);
        }

        @Override
        public void close() throws IOException {
            content.close();
        }

        @Override
        public String toString() {
            return "<not shown>";
        }
    }
}
