/** {@code osdu-token serve}: the local page. Why it is guarded as it is: {@code docs/adr/0006-local-page.md}. */
@NullMarked
package io.github.osdutoken.cli.serve;

import org.jspecify.annotations.NullMarked;
