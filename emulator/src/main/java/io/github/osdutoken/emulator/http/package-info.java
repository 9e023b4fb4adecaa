/** Requests, responses and routes; the only package that knows Jetty. */
@NullMarked
package io.github.osdutoken.emulator.http;

import org.jspecify.annotations.NullMarked;
