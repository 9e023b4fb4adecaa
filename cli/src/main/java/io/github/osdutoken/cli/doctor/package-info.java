/** {@code osdu-token doctor}: what a sign-in needs, looked at one thing at a time. */
@NullMarked
package io.github.osdutoken.cli.doctor;

import org.jspecify.annotations.NullMarked;
